// SPDX-License-Identifier: EUPL-1.2
/** A picture of the municipality in several sizes; and as a figure with what is said of it. Knows no words of its own. */

interface Image {
  src: string
  srcset: string
  width: number
  height: number
  alt: string
  caption: string | null
  credit: string | null
  focal_x: number
  focal_y: number
}

interface PictureProps {
  image: Omit<Image, 'caption' | 'credit'>
  sizes: string
  /** The first picture of a page is fetched at once, all others when they come near. */
  eager?: boolean
  /** Beside its headline a thumbnail says nothing new; on its own page it is described. */
  decorative?: boolean
}

export function Picture({ image, sizes, eager = false, decorative = false }: PictureProps) {
  return (
    <picture>
      <source type="image/webp" srcset={image.srcset} sizes={sizes} />
      <img
        src={image.src}
        alt={decorative ? '' : image.alt}
        width={image.width}
        height={image.height}
        loading={eager ? 'eager' : 'lazy'}
        fetchpriority={eager ? 'high' : 'auto'}
        decoding="async"
        style={{ objectPosition: `${image.focal_x * 100}% ${image.focal_y * 100}%` }}
      />
    </picture>
  )
}

interface FigureProps {
  image: Image
  /** Whose words caption and description are; `language` is the app's. */
  lang: string
  language: string
  credit(who: string): string
  class?: string
}

export function Figure({ image, lang, language, credit, class: extra = '' }: FigureProps) {
  return (
    <figure class={`figure ${extra}`} lang={lang}>
      <Picture image={image} sizes="(min-width: 60em) 680px, 100vw" eager />
      {(image.caption ?? image.credit) !== null && (
        <figcaption class="meta">
          {image.caption}{' '}
          {image.credit !== null && (
            <span class="credit" lang={language}>
              {credit(image.credit)}
            </span>
          )}
        </figcaption>
      )}
    </figure>
  )
}
