/** Where the style of the pages is served. */
export const PAGE_STYLE_PATH = '/t/style.css'

/**
 * Large type, one column, and paper without what can only be pressed. Every colour pair has a contrast of at least 7:1,
 * every button is at least 44 pixels high.
 */
export const PAGE_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 44rem; font: 1.25rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1b1b1b; background: #fff; overflow-wrap: break-word; }
body > header { padding-bottom: 0.5rem; border-bottom: 3px solid #a3121c; }
body > header p { margin: 0; font-size: 1rem; color: #444; }
body > footer { margin-top: 2rem; padding-top: 0.5rem; border-top: 1px solid #777; font-size: 1rem; color: #444; }
h1 { margin: 1.25rem 0 0.75rem; font-size: 1.75rem; line-height: 1.3; text-wrap: balance; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.35rem; line-height: 1.35; }
h3 { margin: 1.5rem 0 0.25rem; font-size: 1.25rem; line-height: 1.4; }
p, ul, ol { margin: 0.75rem 0; }
p { white-space: pre-line; text-wrap: pretty; }
ul, ol { padding-left: 1.75rem; }
li { margin: 0.4rem 0; }
a { color: #0b4f9c; }
nav ul { padding: 0; list-style: none; }
nav li { margin: 0; border-top: 1px solid #bbb; }
nav li a { display: block; padding: 0.6rem 0; min-height: 44px; text-decoration: none; }
nav li a:hover { text-decoration: underline; }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid #c25700; outline-offset: 2px; }
.short { font-size: 1.35rem; font-weight: 600; }
.notice { padding: 0.75rem 1rem; border-left: 5px solid #c25700; background: #fff4e5; }
.box { margin: 1.5rem 0; padding: 0.25rem 1rem; border: 2px solid #777; border-radius: 0.5rem; }
.box h2 { margin-top: 0.75rem; }
.source { font-size: 1rem; color: #444; }
.source h2 { font-size: 1.1rem; margin-top: 1.5rem; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 0.75rem 0; padding: 0; list-style: none; }
.buttons li { flex: 1 1 14rem; margin: 0; }
.buttons a { display: block; text-align: center; }
.buttons a, button { min-height: 48px; padding: 0.6rem 1.25rem; border: 2px solid #0b4f9c; border-radius: 0.5rem; font: inherit; font-weight: 600; color: #0b4f9c; background: #fff; text-decoration: none; cursor: pointer; }
.buttons li:first-child a { color: #fff; background: #0b4f9c; }
.code { font: 600 1.35em ui-monospace, monospace; letter-spacing: 0.15em; white-space: nowrap; }
.case { margin: 0.4rem 0 0.4rem 1rem; }
form { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem; margin: 1.5rem 0; }
form label { flex: 1 0 100%; }
input { flex: 1 1 12rem; min-width: 0; min-height: 48px; padding: 0.5rem 0.75rem; border: 2px solid #555; border-radius: 0.5rem; font: inherit; }
table { width: 100%; border-collapse: collapse; font-size: 1rem; }
.scroll { overflow-x: auto; }
th, td { padding: 0.4rem; border-bottom: 1px solid #777; text-align: left; vertical-align: top; }
td:first-child { min-width: 12rem; }
td.number, th.number { text-align: right; }
.qr { width: 12rem; height: 12rem; }
.paper { display: none; }
@page { size: A4; margin: 15mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 14pt; }
  h1 { font-size: 22pt; }
  h2 { font-size: 16pt; break-after: avoid; }
  h3 { font-size: 14pt; break-after: avoid; }
  .short { font-size: 16pt; }
  p { orphans: 2; widows: 2; }
  .step, .box, .source, li, body > footer { break-inside: avoid; }
  body > footer { break-before: avoid; }
  .screen, form { display: none; }
  .paper { display: block; }
  a { color: inherit; text-decoration: none; }
}
`
