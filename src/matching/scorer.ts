import { bestOf } from './best-of'
import { type Scores, totalsOf } from './clues'
import { LinearModel, type LinearWeights } from './linear-model'
import { NearestExamples, type NearestModel } from './nearest'
import type { SparseVector } from './sparse-rows'

/** What very many classes or examples share is only weighed for as many classes as may come out first. */
const mostWeighed = 50

/** Says what speaks for each class: the classifiers and the nearest examples. */
export class Scorer {
  readonly linear: LinearModel
  readonly nearest: NearestExamples

  constructor(weights: LinearWeights, nearest: NearestModel) {
    this.linear = new LinearModel(weights, nearest.classCount)
    this.nearest = new NearestExamples(nearest)
  }

  /**
   * What speaks for each class. Where classes are very many, those that neither rare features nor rare words point to
   * are left as if the message had nothing to do with them.
   */
  scores(vector: SparseVector): Scores {
    const margins = this.linear.margins(vector)
    const closeness = this.nearest.closeness(vector)
    if (!this.linear.hasShared && !this.nearest.hasShared) return { margins, closeness }
    const among = likeliest({ margins, closeness })
    this.nearest.compareShared(vector, closeness, { among })
    return { margins: this.linear.weighShared(vector, margins, among), closeness }
  }
}

/** The classes for which it is worth weighing what very many share. */
export function likeliest(scores: Scores): number[] {
  return bestOf(totalsOf(scores), mostWeighed)
}
