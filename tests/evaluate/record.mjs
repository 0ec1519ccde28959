// Writes values.json anew: what JavaScript makes of each expression in it. Run with Node: `node record.mjs`.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('values.json', import.meta.url)

export function shown(value) {
  if (value === undefined) return 'undefined'
  if (value === null) return 'null'
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return '[' + Array.from(value, shown).join(', ') + ']'
  if (typeof value === 'object') {
    return '{' + Object.keys(value).map(key => JSON.stringify(key) + ': ' + shown(value[key])).join(', ') + '}'
  }
  return String(value)
}

function result(expression) {
  try {
    return shown(new Function('return (' + expression + ')')())
  } catch (error) {
    return 'throws'
  }
}

const groups = JSON.parse(readFileSync(file, 'utf8'))
for (const name of Object.keys(groups)) {
  groups[name] = groups[name].map(([expression]) => [expression, result(expression)])
}
const lines = Object.entries(groups).map(([name, rows]) =>
  '  ' + JSON.stringify(name) + ': [\n' + rows.map(row => '    ' + JSON.stringify(row)).join(',\n') + '\n  ]')
writeFileSync(file, '{\n' + lines.join(',\n') + '\n}\n')
