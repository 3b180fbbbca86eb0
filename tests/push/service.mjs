// SPDX-License-Identifier: EUPL-1.2
// web-push-testing, a push service that nobody here wrote, for tests: `node service.mjs PORT`. Its own start would
// listen on every interface of the machine.
import { createRequire } from 'node:module'

const require = createRequire(new URL('../../pwa/package.json', import.meta.url))
const { PushApiModel } = require('web-push-testing/src/PushApiModel.js')
const Server = require('web-push-testing/src/server.js')

const server = new Server(new PushApiModel(), Number(process.argv[2]))
const listen = server._app.listen.bind(server._app)
server._app.listen = (port, ready) => listen(port, '127.0.0.1', ready)
server.startServer()
