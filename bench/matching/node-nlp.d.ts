declare module 'node-nlp' {
  /** The part of nlp.js that is measured; it comes without types. */
  export class NlpManager {
    constructor(settings: { languages: string[]; autoSave: boolean; nlu: { log: boolean } })
    addDocument(language: string, text: string, intent: string): void
    train(): Promise<void>
    process(
      language: string,
      text: string,
    ): Promise<{ classifications: { intent: string; score: number }[] }>
  }
}
