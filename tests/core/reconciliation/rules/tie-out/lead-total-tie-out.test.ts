import { testRule } from '../../../../support/rule-tester';
import { statedTotalCases } from '../../../../support/stated-total-cases';

testRule('lead-total-tie-out', statedTotalCases('lead'));
