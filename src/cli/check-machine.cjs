// Runs before everything else, also on a Node that is too old for the program: hence plain, old JavaScript.
const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { engines } = require('../../package.json')

const needed = engines.node.replace('>=', '')
const problem = isOlder(process.versions.node, needed)
  ? `Loa needs Node ${needed} or newer, and this is ${process.versions.node}: install a newer one from https://nodejs.org (or: nvm install 22)`
  : !existsSync(join(__dirname, '../../node_modules/typescript'))
    ? 'the packages are not installed: run npm ci in this folder first'
    : null
if (problem) {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}

function isOlder(version, least) {
  const [numbers, bounds] = [version, least].map((text) => text.split('.').map(Number))
  const at = bounds.findIndex((bound, index) => bound !== numbers[index])
  return at >= 0 && numbers[at] < bounds[at]
}
