// SPDX-License-Identifier: EUPL-1.2
/** Vite plugins for the shell: its name, what the server owns in it, and what the worker precaches. */

import type { ManifestTransform } from 'workbox-build'
import type { Plugin } from 'vite'

const SERVERS = /<link\b[^>]*href="\/(?:theme\.css|manifest\.webmanifest|icons\/)[^>]*>/g

/** Builds index.html to app-shell.html and leaves the links alone that the server answers. */
export function shell(): Plugin {
  return {
    name: 'shell',
    enforce: 'post',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace(SERVERS, (link) => link.replace('<link', '<link vite-ignore')),
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') return
        page.fileName = 'app-shell.html'
        // The server looks for its links letter by letter, and Vite leaves a gap where its mark was.
        page.source = String(page.source).replace(/<link[^>]*>/g, (link) => link.replace('<link  ', '<link ').replace(' >', '>'))
      },
    },
  }
}

/** Follows the resident's entry: code that only the staff's entry reaches is never precached. */
export function residentOnly(): { plugin: Plugin; transform: ManifestTransform } {
  const reached = new Set<string>()
  const plugin: Plugin = {
    name: 'resident-only',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const visit = (name: string): void => {
          const chunk = bundle[name]
          if (reached.has(name) || chunk?.type !== 'chunk') return
          reached.add(name)
          for (const css of chunk.viteMetadata?.importedCss ?? []) reached.add(css)
          for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next)
        }
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && chunk.isEntry && chunk.facadeModuleId?.endsWith('/index.html')) visit(chunk.fileName)
        }
        if (reached.size === 0) this.error('found no entry of index.html')
      },
    },
  }
  const transform: ManifestTransform = (entries) => ({
    manifest: entries.filter(({ url }) => !/^assets\/.*\.(js|css)$/.test(url) || reached.has(url)),
  })
  return { plugin, transform }
}
