/** Style of what is inside the `deep-chat` element, where the page's own style sheet does not reach. */
export const chatStyle = `
:host { color: #17262a; }
#messages { overflow-x: hidden; padding: 4px 0 12px; display: flex; flex-direction: column; }
#messages > * { flex: none; }
#messages:focus-visible, #text-input-container:focus-within, .input-button:focus-visible, .choice:focus-visible {
  outline: 3px solid #b45309; outline-offset: 2px;
}
#messages:focus-visible { outline-offset: -3px; }
.inner-message-container { width: auto; margin: 0 16px; position: relative; }
.message-bubble {
  max-width: 88%; padding: 12px 16px; border-radius: 14px; line-height: 1.5; margin-top: 12px;
  white-space: pre-wrap; overflow-wrap: anywhere;
}
.ai-message-text { background: #fff; color: #17262a; border: 1px solid #cfd8d7; border-bottom-left-radius: 4px; }
.user-message-text { background: #0f5c63; color: #fff; border-bottom-right-radius: 4px; }
.note-message { background: #fff4d6; border-color: #b45309; }
.html-message:not(.loading-message-bubble) { background: none; border: 0; padding: 0; max-width: 100%; white-space: normal; }
.name { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.choices { display: flex; flex-wrap: wrap; gap: 10px; }
.choice {
  box-sizing: border-box; min-height: 48px; padding: 8px 18px; display: inline-flex; align-items: center;
  flex-wrap: wrap; column-gap: 8px; font: inherit; font-weight: 600; line-height: 1.3; text-align: left;
  text-decoration: none; color: #0f5c63; background: #fff; border: 2px solid #0f5c63; border-radius: 10px;
  cursor: pointer; overflow-wrap: anywhere; scroll-margin: 16px;
}
.choice:hover { background: #e3f0ef; }
.choice:active { background: #cde4e2; }
.host { font-weight: 400; color: #43585c; }
.typing { color: #43585c; }
.typing::after { content: ''; display: inline-block; width: 8px; height: 8px; margin-left: 8px; border-radius: 50%; background: #0f5c63; animation: breathe 1.2s ease-in-out infinite alternate; }
@keyframes breathe { from { opacity: 0.2; } to { opacity: 1; } }
#scroll-button {
  position: sticky; order: 1; align-self: center; top: auto; bottom: 10px; left: auto; right: auto; margin-top: -48px;
  transform: none; z-index: 1; padding: 10px 18px; font-weight: 600; color: #fff; background: #17262a; border: 0;
}
#scroll-button:hover { background: #43585c; }
#input { box-sizing: border-box; display: flex; align-items: flex-end; gap: 10px; padding: 12px 16px; background: #fff; border-top: 1px solid #cfd8d7; }
#text-input-container { flex: 1; width: auto; margin: 0; border: 2px solid #5d7378; border-radius: 10px; box-shadow: none; max-height: 30vh; }
#text-input { box-sizing: border-box; min-height: 48px; padding: 10px 14px; line-height: 1.45; color: #17262a; }
[contenteditable][textcolor]:empty:before { color: #596d71; }
#input > .input-button-container { margin: 0; }
#input > .input-button-container:empty { display: none; }
.outside-end { position: static; }
.input-button, .submit-button-enlarged { scale: none; margin: 0; }
.input-button { box-sizing: border-box; min-width: 76px; padding: 0 0.6em; min-height: 52px; display: flex; align-items: center; justify-content: center; border-radius: 10px; background: #0f5c63; }
.input-button:hover, .input-button:focus-visible { background: #0b474d; }
.text-button { margin: 0; height: auto; font-weight: 600; color: #fff; }
@media (max-width: 480px) {
  .inner-message-container { margin: 0 12px; }
  .message-bubble { max-width: 94%; }
  .html-message:not(.loading-message-bubble) { width: 100%; }
  .choices { flex-direction: column; }
  #input { padding: 10px 12px; }
}
@media (max-height: 26em), (max-width: 19em) {
  #input { gap: 6px; padding: 6px; }
  .input-button { min-width: 0; }
  #text-input:empty:before { display: block; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .message-bubble, .choice { padding-inline: 8px; }
  #scroll-button { font-size: 0; padding: 4px 16px; }
  #scroll-button::after { content: '↓'; font-size: 1.125rem; line-height: 36px; }
}
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; } }
`
