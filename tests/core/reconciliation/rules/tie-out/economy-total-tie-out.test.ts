import { testRule } from '../../../../support/rule-tester';
import { statedTotalCases } from '../../../../support/stated-total-cases';

testRule('economy-total-tie-out', statedTotalCases('economy'));
