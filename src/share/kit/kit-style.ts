/** Large enough for a phone in the hand, one column, and buttons of 48 pixels. Every pair of colours has 7:1 or more. */
export const KIT_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; font: 1.125rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1b1b1b; background: #fff; overflow-wrap: break-word; }
h1 { margin: 0.75rem 0; font-size: 1.6rem; line-height: 1.3; text-wrap: balance; }
h2 { margin: 2rem 0 0.25rem; font-size: 1.3rem; line-height: 1.35; }
h3 { margin: 1.5rem 0 0.25rem; font-size: 1.125rem; }
p { margin: 0.5rem 0; text-wrap: pretty; }
a { color: #0b4f9c; }
ul { margin: 0.5rem 0; padding: 0; list-style: none; }
li { border-top: 1px solid #bbb; }
li a { display: block; padding: 0.6rem 0; min-height: 48px; }
.back a { display: inline-block; padding: 0.6rem 0; }
.hint { color: #444; }
.notice { padding: 0.75rem 1rem; border-left: 5px solid #c25700; background: #fff4e5; }
.official, .answer { white-space: pre-wrap; }
.text { margin: 0.5rem 0; padding: 0.75rem 1rem; border: 1px solid #777; border-radius: 0.5rem; background: #f6f6f6; font: inherit; white-space: pre-wrap; }
.button, button { display: inline-block; min-height: 48px; padding: 0.55rem 1.25rem; border: 2px solid #0b4f9c; border-radius: 0.5rem; font: inherit; font-weight: 600; color: #0b4f9c; background: #fff; text-decoration: none; cursor: pointer; }
.text + p button { color: #fff; background: #0b4f9c; }
button[hidden] { display: none; }
form { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem; margin: 1rem 0; }
form label { flex: 1 0 100%; }
select { flex: 1 1 12rem; min-width: 0; min-height: 48px; padding: 0.5rem; border: 2px solid #555; border-radius: 0.5rem; font: inherit; background: #fff; color: #1b1b1b; }
a:focus-visible, button:focus-visible, select:focus-visible, .text:focus-visible { outline: 3px solid #c25700; outline-offset: 2px; }
`
