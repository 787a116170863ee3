import { fold } from './fold'
import { splitTone, type Tone } from './tone'

/** The parts of a written Vietnamese syllable: `quyết` is `qu`, `yêt` and the rising tone. */
export type Syllable = { onset: string; rhyme: string; tone: Tone }

const onsets = words(`ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x`)

const rhymes = new Set(
  words(`
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet
    oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
    uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu ych ynh yt`),
)
const foldedRhymes = new Set([...rhymes].map(fold))

/** Reads a word as a syllable by the rules of spelling, or gives null: `được` yes, `đuợc` no. */
export function parseSyllable(word: string): Syllable | null {
  const { base, tone } = splitTone(word)
  for (const onset of onsetsOf(base)) {
    const rhyme = base.slice(onset.length)
    if (!rhymes.has(rhyme) || !spelledTogether(onset, rhyme)) continue
    // A syllable that ends in a stop has no other tones, but stands unmarked in unmarked text.
    if (/[cpt]$|ch$/.test(rhyme) && tone !== '' && tone !== '\u0301' && tone !== '\u0323') continue
    return { onset, rhyme, tone }
  }
  return null
}

/** Whether the word without any marks could be a syllable: `duoc`, `dang`, `đuợc`, not `vneid`. */
export function isUnmarkedSyllable(word: string): boolean {
  const folded = fold(word)
  return onsetsOf(folded).some((onset) => foldedRhymes.has(folded.slice(onset.length)))
}

/** The longest onset first; the vowel of `gi` may also be the rhyme's own: `gì`, `giêng`. */
function onsetsOf(base: string): string[] {
  return [...onsets.filter((onset) => base.startsWith(onset)), '']
}

/** c, g, ng are written k, gh, ngh before e, ê, i, y, and only there. */
function spelledTogether(onset: string, rhyme: string): boolean {
  const front = /^[eêiy]/.test(rhyme)
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return front
  if (onset === 'c' || onset === 'ng') return !front
  if (onset === 'g') return !/^[eêy]/.test(rhyme)
  return onset === 'qu' ? !rhyme.startsWith('u') && !rhyme.startsWith('o') : true
}

function words(list: string): string[] {
  return list.trim().split(/\s+/)
}
