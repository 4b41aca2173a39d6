import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from 'sass'

/** One rule of a compiled style sheet; a selector list becomes a rule for each. */
export interface Rule {
  selector: string
  /** Inside `prefers-color-scheme: dark`. */
  dark: boolean
  declarations: [property: string, value: string][]
}

/** All style sheets below a folder, those that only define (no rule of their own) left out by their being empty. */
export function styleSheets(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? styleSheets(path) : entry.name.endsWith('.scss') ? [path] : []
  })
}

/** The rules that a style sheet compiles to, with Sass, as the build has it. */
export function compiledRules(file: string): Rule[] {
  const css = compile(file).css.replace(/@charset[^;]*;|\/\*[\s\S]*?\*\//g, '')
  const rules: Rule[] = []
  const walk = (text: string, dark: boolean) => {
    for (let at = 0; ;) {
      const open = text.indexOf('{', at)
      if (open < 0) return
      const head = text.slice(at, open).trim()
      let depth = 1
      let close = open + 1
      for (; depth > 0; close += 1) depth += text[close] === '{' ? 1 : text[close] === '}' ? -1 : 0
      const body = text.slice(open + 1, close - 1)
      if (head.startsWith('@media')) walk(body, dark || head.includes('prefers-color-scheme: dark'))
      else if (!head.startsWith('@')) {
        const declarations = body.split(';').map((part) => part.trim()).filter(Boolean).map((part): [string, string] => {
          const colon = part.indexOf(':')
          return [part.slice(0, colon).trim(), part.slice(colon + 1).replace('!important', '').trim()]
        })
        for (const selector of head.split(',')) rules.push({ selector: selector.trim(), dark, declarations })
      }
      at = close
    }
  }
  walk(css, false)
  return rules
}

/** What the elder theme sets a property to for a selector, where it has a rule of its own for it. */
export function elderValue(rules: readonly Rule[], selector: string, property: string): string | undefined {
  return rules.filter((rule) => rule.selector === `.screen--elder ${selector}`).flatMap(({ declarations }) => declarations).find(([name]) => name === property)?.[1]
}

/** CSS pixels of a length: numbers, `calc`, `min`, `max`, `clamp`, `var`; one rem is 16 px, `var(--text)` the theme's scale. Throws for what it does not know. */
export function pixelsOf(value: string, scale: number, theme: Readonly<Record<string, string>> = {}): number {
  let text = value
  for (let turn = 0; /var\(/.test(text) && turn < 5; turn += 1) {
    text = text.replace(/var\((--[a-z-]+)\)/g, (_, name: string) => (name === '--text' ? String(scale) : theme[name] ?? 'unknown'))
  }
  const plain = text.replace(/([\d.]+)rem/g, '($1*16)').replace(/([\d.]+)px/g, '$1').replace(/calc\(/g, '(').replace(/\b(min|max)\(/g, 'Math.$1(').replace(/clamp\(([^,]+),([^,]+),([^)]+)\)/g, 'Math.max($1,Math.min($2,$3))')
  if (!/^(?:[\d\s.,+*/()-]|Math\.(?:min|max))+$/.test(plain)) throw new Error(`not a length: ${value}`)
  return Number(new Function(`return ${plain}`)())
}
