// SPDX-License-Identifier: EUPL-1.2
/** The Vite plugin for the two shells: their names, what the server owns in them, and where development finds the second. */

import type { Plugin } from 'vite'

const SERVERS = /<link\b[^>]*href="\/(?:theme\.css|manifest\.webmanifest|icons\/)[^>]*>/g

/** What each page is called once it is built: the server fills these in before anybody gets them. */
const SHELLS = { 'index.html': 'app-shell.html', 'editor.html': 'editor-shell.html' }

/** Builds the shells and leaves the links alone that the server answers. */
export function shell(): Plugin {
  return {
    name: 'shell',
    enforce: 'post',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace(SERVERS, (link) => link.replace('<link', '<link vite-ignore')),
    },
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (/^\/redaktion(\/|$|\?)/.test(request.url ?? '')) request.url = '/editor.html'
        next()
      })
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [name, built] of Object.entries(SHELLS)) {
          const page = bundle[name]
          if (page?.type !== 'asset') continue
          page.fileName = built
          // The server looks for its links letter by letter, and Vite leaves a gap where its mark was.
          page.source = String(page.source).replace(/<link[^>]*>/g, (link) => link.replace('<link  ', '<link ').replace(' >', '>'))
        }
      },
    },
  }
}
