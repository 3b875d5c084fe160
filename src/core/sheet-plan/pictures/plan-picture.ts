import { type PlannedSheet } from '../plan';
import { amountCautions, readingCautions } from './cautions';
import { expiryParts } from './expiry';
import { largestParts } from './largest';
import { pictureGap, type PictureFacts, type PictureKind, type PictureTable } from './picture';
import { pictureSheet, type PicturePart } from './picture-sheet';
import { leftOut, priceLevelParts } from './price-levels';
import { profileParts } from './profile';
import { recommendationParts } from './recommendations';
import { verdictParts } from './verdicts';

type PartsOf = (facts: PictureFacts, overview: PictureTable) => PicturePart[];

const PARTS: Readonly<Record<PictureKind, PartsOf>> = {
  expiry: expiryParts,
  profile: profileParts,
  largest: largestParts,
  recommendations: recommendationParts,
  verdicts: verdictParts,
  'price-levels': priceLevelParts,
};

/** The sheet of a picture; null where it cannot be made of this agreement, or where the table that it is drawn from is gone. */
export function planPicture(kind: PictureKind, facts: PictureFacts, takenSheets: readonly string[]): PlannedSheet | null {
  const { agreement, language, overview } = facts;
  if (overview === null || pictureGap(kind, agreement) !== null) return null;
  const cautions = kind === 'verdicts' ? readingCautions(agreement, language) : [...amountCautions(agreement, language), ...(kind === 'price-levels' ? leftOut(facts) : [])];
  return pictureSheet(kind, facts, cautions, PARTS[kind](facts, overview), takenSheets);
}
