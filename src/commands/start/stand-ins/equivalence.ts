import type { Engine } from '../engine-door.js';
import { engine } from './engine.js';

// In the small bundle, in place of the room's door.

export const compare: Engine['compare'] = (...given) => engine().compare(...given);
export const compileFormula: Engine['compileFormula'] = (...given) => engine().compileFormula(...given);
export const constantSubexpression: Engine['constantSubexpression'] = (...given) =>
  engine().constantSubexpression(...given);
export const createSetting: Engine['createSetting'] = (...given) => engine().createSetting(...given);
export const equivalent: Engine['equivalent'] = (...given) => engine().equivalent(...given);
export const evaluateAt: Engine['evaluateAt'] = (...given) => engine().evaluateAt(...given);
export const evaluateConstant: Engine['evaluateConstant'] = (...given) => engine().evaluateConstant(...given);
export const fingerprint: Engine['fingerprint'] = (...given) => engine().fingerprint(...given);
export const openSetting: Engine['openSetting'] = (...given) => engine().openSetting(...given);
export const solveSetting: Engine['solveSetting'] = (...given) => engine().solveSetting(...given);
