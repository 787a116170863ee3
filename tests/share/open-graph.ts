/** The `og:` properties of a page, in order. */
export function readOpenGraph(page: string): [string, string][] {
  return [...page.matchAll(/<meta property="(og:[^"]+)" content="([^"]*)">/g)].map(
    ([, property = '', content = '']) => [property, content],
  )
}

/** Properties of the Open Graph protocol (ogp.me) that our pages may use. */
const KNOWN = /^og:(type|title|description|url|site_name|locale|image(:(type|width|height|alt))?)$/

/**
 * What is wrong with a page's preview by the rules of ogp.me and what Facebook asks for besides: the four required
 * properties once each, addresses absolute, parts of a picture after the picture, sizes in pixels.
 */
export function findOpenGraphProblems(properties: readonly [string, string][]): string[] {
  const valuesOf = (name: string) => properties.filter(([one]) => one === name).map(([, v]) => v)
  const names = properties.map(([name]) => name)
  return [
    ...['og:title', 'og:type', 'og:image', 'og:url'].flatMap((name) =>
      valuesOf(name).length === 1 && valuesOf(name)[0] !== '' ? [] : [`${name} must be there once`],
    ),
    ...['og:url', 'og:image'].flatMap((name) =>
      valuesOf(name).every((value) => /^https?:\/\/[^/]+\//.test(value))
        ? []
        : [`${name} is not absolute`],
    ),
    ...names.flatMap((name) => (KNOWN.test(name) ? [] : [`${name} is unknown`])),
    ...names.flatMap((name, index) =>
      name.startsWith('og:image:') && !names.slice(0, index).includes('og:image')
        ? [`${name} stands before its picture`]
        : [],
    ),
    ...['og:image:width', 'og:image:height'].flatMap((name) =>
      valuesOf(name).every((value) => /^\d+$/.test(value)) ? [] : [`${name} is no number`],
    ),
    ...(/^[a-z]{2}_[A-Z]{2}$/.test(valuesOf('og:locale')[0] ?? '') ? [] : ['og:locale is wrong']),
    ...(valuesOf('og:type')[0] === 'article' ? [] : ['og:type is none that we mean']),
  ]
}
