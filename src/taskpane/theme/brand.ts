import { type BrandVariants } from '@fluentui/react-components';

/** Petrol, from darkest to lightest; white text on 80 and darker, dark text on 110 and lighter, keeps 4.5:1. */
export const PETROL: BrandVariants = {
  10: '#031416',
  20: '#052226',
  30: '#082f36',
  40: '#0a3b43',
  50: '#0b4750',
  60: '#0d535e',
  70: '#0f5f6b',
  80: '#116b78',
  90: '#158293',
  100: '#388894',
  110: '#43a3b1',
  120: '#5cb4c1',
  130: '#7ec3ce',
  140: '#9fd3db',
  150: '#c0e2e7',
  160: '#def0f2',
};
