/** Runs a TypeScript file in a process of its own: `node run-typescript.cjs <file> <argument>…`. */
const { transformFileSync } = require('@swc/core')

require.extensions['.ts'] = (module, path) => {
  const { code } = transformFileSync(path, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  })
  module._compile(code, path)
}

process.argv.splice(1, 1)
require(process.argv[1])
