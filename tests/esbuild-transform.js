/** Jest transform: TypeScript and JSX to CommonJS through esbuild (types are checked by `npm run typecheck`). */
const { transformSync } = require('esbuild')

module.exports = {
  process(source, file) {
    const loader = file.endsWith('.tsx') ? 'tsx' : file.endsWith('.ts') ? 'ts' : 'js'
    const { code, map } = transformSync(source, {
      loader,
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      // Jest's CommonJS has no `import()`; it becomes a `require` that is run later.
      supported: { 'dynamic-import': false },
      sourcefile: file,
      sourcemap: 'both',
    })
    return { code, map }
  },
}
