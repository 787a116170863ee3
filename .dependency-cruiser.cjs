const pure = '^src/(safety|text|knowledge|matching|flows|spreadsheet)/'
const sdk = 'node_modules/(botbuilder|botframework)'

/** The rules that keep the rooms apart; docs/architecture.md says why. */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Data goes one way; two files that import each other are one file or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-rooms-stay-pure',
      comment:
        'safety, text, knowledge, matching, flows and spreadsheet can be lifted out: no web, SDK, database.',
      severity: 'error',
      from: { path: pure },
      to: {
        path: `${sdk}|node_modules/(express|kysely|libsql|pg|pino|prom-client|helmet)/|^src/(bot|channels|delivery|storage|share|insights|rehearsal|console|server|cli)/`,
      },
    },
    {
      name: 'spreadsheet-knows-knowledge-alone',
      comment:
        'It turns entries into rows and back; what else is done with them is not its business.',
      severity: 'error',
      from: { path: '^src/spreadsheet/' },
      to: { path: '^src/', pathNot: '^src/(spreadsheet|knowledge)/' },
    },
    {
      name: 'excel-only-in-spreadsheet',
      comment: 'exceljs is named by one room, so that another library can take its place.',
      severity: 'error',
      from: { pathNot: '^src/spreadsheet/' },
      to: { path: 'node_modules/exceljs/' },
    },
    {
      name: 'sdk-only-in-bot-and-channels',
      comment: 'A move to the successor of the Bot Framework SDK must touch these two rooms alone.',
      severity: 'error',
      from: { pathNot: '^src/(bot|channels)/' },
      to: { path: sdk },
    },
    {
      name: 'channels-do-not-know-each-other',
      comment: 'A new channel is a new folder and a line in a list.',
      severity: 'error',
      from: { path: '^src/channels/([^/]+)/' },
      to: { path: '^src/channels/([^/]+)/', pathNot: '^src/channels/$1/' },
    },
    {
      name: 'channels-do-not-know-topics-or-flows',
      comment:
        'A channel turns platform words into activities and back; what is said is not its business.',
      severity: 'error',
      from: { path: '^src/channels/' },
      to: { path: '^src/(knowledge|matching|flows|bot)/' },
    },
    {
      name: 'delivery-knows-no-platform-and-no-bot',
      comment: 'Delivery keeps and moves messages; it is given what handles and what sends them.',
      severity: 'error',
      from: { path: '^src/delivery/' },
      to: { path: '^src/(bot|channels|knowledge|matching|flows|rehearsal|server|cli)/' },
    },
    {
      name: 'rehearsal-plays-the-bot-alone',
      comment: 'It says things to the bot where nobody is spoken to: no web, no database.',
      severity: 'error',
      from: { path: '^src/rehearsal/' },
      to: { path: 'node_modules/(express|kysely|pino)/|^src/(storage|share|console)/' },
    },
    {
      name: 'server-and-cli-are-the-edge',
      comment: 'Wiring depends on the rooms, never the other way round.',
      severity: 'error',
      from: { pathNot: '^src/(server|cli)/' },
      to: { path: '^src/(server|cli)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The console's application runs in browsers: biome.json says what it may import.
    exclude: { path: '^src/console/app/' },
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'swc',
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
}
