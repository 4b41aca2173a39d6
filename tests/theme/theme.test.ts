import { join } from 'node:path'
import themeJson from '../../miniprogram/theme.json'
import { compiledRules, elderValue, pixelsOf, styleSheets, type Rule } from './styles'

/** The themes as the pages get them: computed from the compiled style sheets, never written down a second time. */
const root = join(__dirname, '../../miniprogram')
const sheets = styleSheets(root).map((file) => ({ file: file.slice(root.length + 1), rules: compiledRules(file) }))
const citizens = sheets.filter(({ file }) => !file.startsWith('staff/'))
const app = sheets.find(({ file }) => file === 'app.scss')?.rules ?? []

const variables = (selector: string, dark: boolean) =>
  Object.fromEntries(app.filter((rule) => rule.selector === selector && rule.dark === dark).flatMap(({ declarations }) => declarations).filter(([name]) => name.startsWith('--')))
const standard = variables('.screen', false)
const themes: Record<string, Record<string, string>> = {
  standard,
  elder: { ...standard, ...variables('.screen--elder', false) },
  dark: { ...standard, ...variables('.screen', true) },
  'elder in the dark': { ...standard, ...variables('.screen--elder', false), ...variables('.screen', true), ...variables('.screen--elder', true) },
}

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
function luminance(colour: string | undefined): number {
  const [, r = '', g = '', b = ''] = /^#(..)(..)(..)$/.exec(colour === 'white' ? '#ffffff' : colour ?? '') ?? []
  if (!b) throw new Error(`no colour: ${colour}`)
  return 0.2126 * channel(parseInt(r, 16) / 255) + 0.7152 * channel(parseInt(g, 16) / 255) + 0.0722 * channel(parseInt(b, 16) / 255)
}
/** Contrast by WCAG 2.2. */
function contrast(a: string | undefined, b: string | undefined): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

/** What words are written in, and what they stand on. */
const written: Record<string, readonly string[]> = {
  ink: ['surface', 'ground', 'pressed', 'quiet', 'primary-soft', 'good-soft', 'warn-soft', 'bad-soft'],
  'ink-soft': ['surface', 'ground', 'pressed', 'quiet', 'warn-soft', 'primary-soft'],
  'ink-faint': ['surface'],
  primary: ['surface', 'ground', 'pressed', 'primary-soft', 'warn-soft'],
  'primary-dark': ['surface', 'primary-soft'],
  'on-primary': ['primary', 'primary-dark'],
  'on-bar': ['bar', 'bar-strong'],
  'on-quiet': ['quiet'],
  good: ['surface', 'good-soft'],
  'on-good': ['good'],
  warn: ['surface', 'warn-soft', 'pressed', 'primary-soft'],
  bad: ['surface', 'ground', 'bad-soft', 'pressed', 'primary-soft'],
}
/** What is drawn and must be seen: borders of fields, the ring around what has the focus, marks. */
const drawn: Record<string, readonly string[]> = {
  'line-strong': ['surface', 'ground'],
  primary: ['surface', 'ground'],
  focus: ['surface', 'ground', 'primary-soft'],
  'warn-line': ['surface', 'warn-soft'],
}

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  test.each(Object.entries(written))('writes --%s with a contrast of 4.5 or more wherever it stands', (ink, grounds) => {
    for (const ground of grounds) expect([ground, contrast(theme[`--${ink}`], theme[`--${ground}`]) >= 4.5]).toEqual([ground, true])
  })

  test.each(Object.entries(drawn))('draws --%s with a contrast of 3 or more', (line, grounds) => {
    for (const ground of grounds) expect([ground, contrast(theme[`--${line}`], theme[`--${ground}`]) >= 3]).toEqual([ground, true])
  })
})

test('the elder themes write their text with a contrast of 7 or more', () => {
  for (const name of ['elder', 'elder in the dark']) {
    for (const ink of ['ink', 'ink-soft']) for (const ground of ['surface', 'ground']) expect(contrast(themes[name]?.[`--${ink}`], themes[name]?.[`--${ground}`])).toBeGreaterThanOrEqual(7)
  }
})

const rulesOf = (of: typeof sheets) => of.flatMap(({ file, rules }) => rules.map((rule) => ({ file, ...rule })))
const declared = (of: typeof sheets, name: RegExp) =>
  rulesOf(of).flatMap(({ file, selector, declarations }) => declarations.filter(([property]) => name.test(property)).map(([, value]) => ({ file, selector, value })))

test('no style sheet but the theme names a colour', () => {
  const named = rulesOf(sheets).filter(({ file }) => file !== 'app.scss').flatMap(({ file, selector, declarations }) =>
    declarations.filter(([, value]) => /#[0-9a-f]{3,8}\b|rgba?\(|\b(?:white|black)\b/i.test(value)).map(([property]) => `${file} ${selector} ${property}`))
  expect(named).toEqual([])
})

test('every colour that words are written in is measured on its grounds', () => {
  const inks = declared(sheets, /^color$/).flatMap(({ file, selector, value }) => /^var\(--([a-z-]+)\)$/.exec(value)?.slice(1).map((ink) => ({ file, selector, ink })) ?? [])
  expect(inks.length).toBeGreaterThan(50)
  expect(inks.filter(({ ink }) => !(ink in written) && ink !== 'on-shade')).toEqual([])
})

test('no text of the elder theme is smaller than 18 px, and none of the standard theme smaller than 12 px', () => {
  const rules = rulesOf(citizens)
  const sizes = declared(citizens, /^font-size$/).filter(({ value }) => value !== 'inherit')
  expect(sizes.length).toBeGreaterThan(40)
  const smallerThan = (least: number, scale: string | undefined) => sizes.filter(({ value }) => pixelsOf(value, Number(scale)) < least)
  expect(smallerThan(12, standard['--scale'])).toEqual([])
  // What the elder theme hides is not read; the label of Taro's own tab bar has a second rule, in which the elder theme is named.
  const hidden = (selector: string) => elderValue(rules, selector, 'display') === 'none'
  const taros = '.taro-tabbar__tabbar .weui-tabbar__label'
  expect(sizes.some(({ selector, value }) => selector === `.elder ${taros}` && pixelsOf(value, 1) >= 18)).toBe(true)
  expect(smallerThan(18, themes.elder?.['--scale']).filter(({ selector }) => !hidden(selector) && selector !== taros)).toEqual([])
})

test('lines of the elder theme are 1.3 times as high as their text or more', () => {
  const rules = rulesOf(citizens)
  const heights = declared(citizens, /^line-height$/).map(({ selector, value }) => ({ selector, value: elderValue(rules, selector, 'line-height') ?? value }))
  expect(heights.length).toBeGreaterThan(10)
  expect(heights.filter(({ value }) => !(Number.parseFloat(value) >= 1.3))).toEqual([])
})

/** Classes of what is tapped, from ui/ and the pages; each must be as high as its kind asks. */
const main = ['.button', '.elder-home__button', '.search-box', '.search-box__clear', '.browser-header__place']
const other = ['.button--text', '.chip', '.tabs__tab', '.checklist__entry', '.sheet__close', '.row', '.photos__remove', '.photos__retry', '.photos__tile', '.browse__cell', '.results__completion', '.browser-header__back']

const sizeOf = (rules: readonly Rule[], selector: string, property: RegExp, theme: Record<string, string>) =>
  Math.max(...rules.filter((rule) => rule.selector === selector).flatMap(({ declarations }) => declarations).filter(([name]) => property.test(name)).map(([, value]) => pixelsOf(value, Number(theme['--scale']), theme)))

test.each([['standard', 44, 44], ['elder', 60, 44]] as const)('in the %s theme main actions are at least %d px high and everything else tapped at least %d px', (name, mainLeast, least) => {
  const theme = themes[name] ?? {}
  const rules = rulesOf(citizens)
  const height = (selector: string) => ({ selector, enough: sizeOf(rules, selector, /^(?:min-)?height$/, theme) >= (main.includes(selector) ? mainLeast : least) })
  expect([...main, ...other].map(height).filter(({ enough }) => !enough)).toEqual([])
  expect(sizeOf(rules, '.button', /^min-width$/, theme)).toBeGreaterThanOrEqual(mainLeast)
})

test('theme.json, which WeChat reads for its own bars, has the colours of the themes', () => {
  const names = { bar: '--bar', ground: '--ground', tabGround: '--surface', tabText: '--ink-soft', tabChosen: '--primary' } as const
  for (const [own, theme] of [[themeJson.light, standard], [themeJson.dark, themes.dark]] as const) {
    for (const [key, variable] of Object.entries(names)) expect([key, own[key as keyof typeof names]]).toEqual([key, theme?.[variable]])
  }
})
