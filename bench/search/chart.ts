import type { Run } from '../results'
import type { PeerResult } from './peers'

const WIDTH = 760
const LABEL = 190
const BAR = 13
const GAP = 10
const SCALE = (WIDTH - LABEL - 90) / 100
const SHADES = { s1: '#1f5f9e', s3: '#6fa3d3', s10: '#c3d9ee' } as const

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const text = (x: number, y: number, size: number, content: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${size}"${more}>${escape(content)}</text>`

/** Bars of S@1, S@3 and S@10 laid over one another, the engines best first, one group per run. */
export function peersChart(runs: readonly Run<PeerResult[]>[]): string {
  const lines: string[] = []
  let y = 34
  for (const { label, result } of runs) {
    lines.push(text(12, y, 14, label, ' font-weight="600"'))
    y += 12
    for (const peer of [...result].sort((a, b) => b.s1 - a.s1)) {
      lines.push(...bars(peer, y))
      y += BAR + GAP
    }
    y += 24
  }
  const legend = (['s1', 's3', 's10'] as const).map((key, i) => `<rect x="${LABEL + i * 130}" y="${y - 10}" width="12" height="12" fill="${SHADES[key]}"/>${text(LABEL + 18 + i * 130, y, 11, `right in first ${key.slice(1)}`)}`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y + 14}" viewBox="0 0 ${WIDTH} ${y + 14}" font-family="system-ui, sans-serif" fill="#222" role="img" aria-label="Share of questions answered right, per engine">
<rect width="100%" height="100%" fill="#fff"/>
${[...lines, ...legend].join('\n')}
</svg>
`
}

function bars({ engine, s1, s3, s10 }: PeerResult, y: number): string[] {
  const bar = (share: number, fill: string): string => `<rect x="${LABEL}" y="${y}" width="${(100 * share * SCALE).toFixed(1)}" height="${BAR}" fill="${fill}"/>`
  const shares = [s1, s3, s10].map((share) => Math.round(100 * share)).join(' · ')
  return [
    text(LABEL - 8, y + BAR - 2, 12, engine, ' text-anchor="end"'),
    bar(s10, SHADES.s10),
    bar(s3, SHADES.s3),
    bar(s1, SHADES.s1),
    text(LABEL + 100 * s10 * SCALE + 6, y + BAR - 2, 11, shares, ' fill="#555"'),
  ]
}
