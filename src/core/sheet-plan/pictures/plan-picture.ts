import { type PlannedSheet } from '../plan';
import { amountCautions } from './cautions';
import { expiryParts } from './expiry';
import { pictureGap, type PictureFacts, type PictureKind, type PictureTable } from './picture';
import { pictureSheet, type PicturePart } from './picture-sheet';
import { profileParts } from './profile';

type PartsOf = (facts: PictureFacts, overview: PictureTable) => PicturePart[];

const PARTS: Readonly<Record<PictureKind, PartsOf>> = { expiry: expiryParts, profile: profileParts };

/** The sheet of a picture; null where it cannot be made of this agreement, or where the table that it is drawn from is gone. */
export function planPicture(kind: PictureKind, facts: PictureFacts, takenSheets: readonly string[]): PlannedSheet | null {
  const { agreement, language, overview } = facts;
  if (overview === null || pictureGap(kind, agreement) !== null) return null;
  return pictureSheet(kind, facts, amountCautions(agreement, language), PARTS[kind](facts, overview), takenSheets);
}
