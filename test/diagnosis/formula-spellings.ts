/** Every wrong formula of the catalogue as students may write it, by question and id. */

type Spellings = { readonly [id: string]: readonly [string, string, string, ...string[]] };

const responsibility: Spellings = {
  'resp-no-prior': ['N_k/(N_1+N_2)', '1/((N_1+N_2)/N_k)', 'N_k*(N_1+N_2)^-1'],
  'resp-same-prior-cancels': [
    'pi_k*N_k/(pi_k*N_1+pi_k*N_2)',
    '(pi_k*N_k)/(pi_k*(N_1+N_2))',
    'N_k*pi_k/(N_2*pi_k+N_1*pi_k)',
  ],
  'resp-unnormalised': ['pi_k*N_k', 'N_k*pi_k', 'N_k/(1/pi_k)'],
  'resp-likelihood-only': ['N_k', '1*N_k', 'N_k*N_1/N_1'],
  'resp-prior-only': ['pi_k', 'pi_k*N_k/N_k', '2*pi_k/2'],
  'resp-denominator-no-prior': ['pi_k*N_k/(N_1+N_2)', '(pi_k*N_k)/(N_2+N_1)', 'pi_k/((N_1+N_2)/N_k)'],
  'resp-numerator-no-prior': ['N_k/(pi_1*N_1+pi_2*N_2)', 'N_k/(N_2*pi_2+N_1*pi_1)', '1/((pi_1*N_1+pi_2*N_2)/N_k)'],
  'resp-missing-parentheses': [
    'pi_k*N_k/pi_1*N_1+pi_2*N_2',
    'pi_2*N_2+pi_k*N_k/pi_1*N_1',
    '(pi_k*N_k)/(pi_1*N_1)+(pi_2*N_2)',
  ],
  'resp-component-fixed': ['pi_1*N_1/(pi_1*N_1+pi_2*N_2)', '1/(1+pi_2*N_2/(pi_1*N_1))', 'pi_2*N_2/(pi_1*N_1+pi_2*N_2)'],
  'resp-denominator-product': [
    'pi_k*N_k/(pi_1*N_1*pi_2*N_2)',
    '(pi_k*N_k)/((pi_1*N_1)*(pi_2*N_2))',
    'pi_k/pi_1/pi_2*N_k/N_1/N_2',
  ],
  'resp-denominator-crossed': [
    'pi_k*N_k/(pi_1*N_2+pi_2*N_1)',
    'pi_k*N_k/(N_1*pi_2+N_2*pi_1)',
    '1/((pi_1*N_2+pi_2*N_1)/(pi_k*N_k))',
  ],
  'resp-odds': ['pi_1*N_1/(pi_2*N_2)', '(pi_2*N_2)/(pi_1*N_1)', 'pi_1/pi_2*N_1/N_2'],
  'resp-inverted': [
    '(pi_1*N_1+pi_2*N_2)/(pi_k*N_k)',
    'pi_1*N_1/(pi_k*N_k)+pi_2*N_2/(pi_k*N_k)',
    '((pi_2*N_2+pi_1*N_1)/pi_k)/N_k',
  ],
  'resp-sum-of-products-split': [
    'pi_k*N_k/((pi_1+pi_2)*(N_1+N_2))',
    '(pi_k/(pi_1+pi_2))*(N_k/(N_1+N_2))',
    'pi_k*N_k/(pi_1*N_1+pi_1*N_2+pi_2*N_1+pi_2*N_2)',
  ],
  'resp-added': [
    '(pi_k+N_k)/(pi_1+N_1+pi_2+N_2)',
    '(N_k+pi_k)/((pi_1+N_1)+(pi_2+N_2))',
    'pi_k/(pi_1+pi_2+N_1+N_2)+N_k/(pi_1+pi_2+N_1+N_2)',
  ],
  'resp-other-component': [
    '1-pi_k*N_k/(pi_1*N_1+pi_2*N_2)',
    '(pi_1*N_1+pi_2*N_2-pi_k*N_k)/(pi_1*N_1+pi_2*N_2)',
    '-(pi_k*N_k)/(pi_1*N_1+pi_2*N_2)+1',
  ],
  'resp-denominator-averaged': [
    'pi_k*N_k/((pi_1*N_1+pi_2*N_2)/2)',
    '2*pi_k*N_k/(pi_1*N_1+pi_2*N_2)',
    'pi_k*N_k/(0.5*pi_1*N_1+0.5*pi_2*N_2)',
  ],
  'resp-prior-squared': [
    'pi_k^2*N_k/(pi_1*N_1+pi_2*N_2)',
    'pi_k*pi_k*N_k/(pi_1*N_1+pi_2*N_2)',
    'pi_k^2*N_k/(pi_1^2*N_1+pi_2^2*N_2)',
  ],
  'resp-sign': ['pi_k*N_k/(pi_1*N_1-pi_2*N_2)', 'pi_k*N_k/(pi_2*N_2-pi_1*N_1)', '-(pi_k*N_k)/(pi_2*N_2-pi_1*N_1)'],
  'resp-log-left': [
    'ln(pi_k*N_k/(pi_1*N_1+pi_2*N_2))',
    'log(pi_k*N_k)-log(pi_1*N_1+pi_2*N_2)',
    'ln(pi_k)+ln(N_k)-ln(pi_1*N_1+pi_2*N_2)',
  ],
};

const g = 'gamma_k1+gamma_k2';

const mean: Spellings = {
  'mu-divided-by-n': [
    '(gamma_k1*x_1+gamma_k2*x_2)/2',
    '0.5*(x_1*gamma_k1+x_2*gamma_k2)',
    '(gamma_k1*x_1+gamma_k2*x_2)/n',
  ],
  'mu-no-denominator': [
    'gamma_k1*x_1+gamma_k2*x_2',
    'x_2*gamma_k2+x_1*gamma_k1',
    `(${g})*(gamma_k1*x_1+gamma_k2*x_2)/(${g})`,
  ],
  'mu-missing-parentheses': [
    'gamma_k1*x_1+gamma_k2*x_2/(gamma_k1+gamma_k2)',
    'gamma_k1*x_1+gamma_k2*x_2/gamma_k1+gamma_k2',
    '(gamma_k1*x_1+gamma_k2*x_2)/gamma_k1+gamma_k2',
  ],
  'mu-unweighted': ['(x_1+x_2)/2', '0.5*x_1+0.5*x_2', 'x_1/2+x_2/2'],
  'mu-numerator-unweighted': [`(x_1+x_2)/(${g})`, `x_1/(${g})+x_2/(${g})`, `(x_2+x_1)*(${g})^-1`],
  'mu-gamma-index-transposed': [
    '(gamma_1k*x_1+gamma_2k*x_2)/(gamma_1k+gamma_2k)',
    'gamma_1k*x_1/(gamma_1k+gamma_2k)+gamma_2k*x_2/(gamma_1k+gamma_2k)',
    '(x_2*gamma_2k+x_1*gamma_1k)/(gamma_2k+gamma_1k)',
  ],
  'mu-divided-by-x': [
    '(gamma_k1*x_1+gamma_k2*x_2)/(x_1+x_2)',
    'gamma_k1*x_1/(x_1+x_2)+gamma_k2*x_2/(x_1+x_2)',
    '(x_1*gamma_k1+x_2*gamma_k2)/(x_2+x_1)',
  ],
  'mu-points-crossed': [
    `(gamma_k1*x_2+gamma_k2*x_1)/(${g})`,
    `(x_1*gamma_k2+x_2*gamma_k1)/(${g})`,
    `gamma_k2*x_1/(${g})+gamma_k1*x_2/(${g})`,
  ],
  'mu-component-fixed': [
    '(gamma_11*x_1+gamma_12*x_2)/(gamma_11+gamma_12)',
    'gamma_11*x_1/(gamma_11+gamma_12)+gamma_12*x_2/(gamma_11+gamma_12)',
    '(gamma_21*x_1+gamma_22*x_2)/(gamma_21+gamma_22)',
  ],
  'mu-product-of-sums': [
    `(${g})*(x_1+x_2)/(${g})`,
    '(gamma_k1+gamma_k2)*(x_2+x_1)/(gamma_k2+gamma_k1)',
    `((${g})*(x_1+x_2))/(${g})`,
  ],
  'mu-gamma-squared': [
    `(gamma_k1^2*x_1+gamma_k2^2*x_2)/(${g})`,
    `(gamma_k1*gamma_k1*x_1+gamma_k2*gamma_k2*x_2)/(${g})`,
    '(gamma_k1^2*x_1+gamma_k2^2*x_2)/(gamma_k1^2+gamma_k2^2)',
  ],
  'mu-sign': [
    `(gamma_k1*x_1-gamma_k2*x_2)/(${g})`,
    '(gamma_k1*x_1+gamma_k2*x_2)/(gamma_k1-gamma_k2)',
    '(gamma_k1*x_1-gamma_k2*x_2)/(gamma_k1-gamma_k2)',
  ],
  'mu-inverted': [
    `(${g})/(gamma_k1*x_1+gamma_k2*x_2)`,
    '1/((gamma_k1*x_1+gamma_k2*x_2)/(gamma_k1+gamma_k2))',
    `(${g})*(x_1*gamma_k1+x_2*gamma_k2)^-1`,
  ],
  'mu-denominator-product': [
    '(gamma_k1*x_1+gamma_k2*x_2)/(gamma_k1*gamma_k2)',
    'x_1/gamma_k2+x_2/gamma_k1',
    '(gamma_k1*x_1+gamma_k2*x_2)/gamma_k1/gamma_k2',
  ],
  'mu-divided-twice': [
    `(gamma_k1*x_1+gamma_k2*x_2)/(2*(${g}))`,
    `0.5*(gamma_k1*x_1+gamma_k2*x_2)/(${g})`,
    `(gamma_k1*x_1+gamma_k2*x_2)/(${g})/2`,
  ],
  'mu-copy-paste-index': [
    `(gamma_k1*x_1+gamma_k1*x_2)/(${g})`,
    `gamma_k1*(x_1+x_2)/(${g})`,
    '(gamma_k1*x_1+gamma_k1*x_2)/(gamma_k1+gamma_k1)',
  ],
  'mu-denominator-split': [
    'gamma_k1*x_1/gamma_k1+gamma_k2*x_2/gamma_k2',
    '(gamma_k1*x_1)/gamma_k1+(gamma_k2*x_2)/gamma_k2',
    '(x_2*gamma_k2)/gamma_k2+(x_1*gamma_k1)/gamma_k1',
  ],
};

const squares = 'gamma_k1*(x_1-hatmu_k)^2+gamma_k2*(x_2-hatmu_k)^2';

const variance: Spellings = {
  'var-no-square': [
    `(gamma_k1*(x_1-hatmu_k)+gamma_k2*(x_2-hatmu_k))/(${g})`,
    `(gamma_k1*x_1+gamma_k2*x_2)/(${g})-hatmu_k`,
    `(gamma_k2*(x_2-hatmu_k)+gamma_k1*(x_1-hatmu_k))/(${g})`,
  ],
  'var-divided-by-n': [`(${squares})/2`, `0.5*(${squares})`, `(${squares})/n`],
  'var-no-denominator': [squares, 'gamma_k2*(hatmu_k-x_2)^2+gamma_k1*(hatmu_k-x_1)^2', `(${squares})*1`],
  'var-old-mean': [
    `(gamma_k1*(x_1-mu_k)^2+gamma_k2*(x_2-mu_k)^2)/(${g})`,
    `(gamma_k1*(mu_k-x_1)^2+gamma_k2*(mu_k-x_2)^2)/(${g})`,
    `gamma_k1*(x_1-mu_k)^2/(${g})+gamma_k2*(x_2-mu_k)^2/(${g})`,
  ],
  'var-missing-parentheses': [
    `gamma_k1*(x_1-hatmu_k)^2+gamma_k2*(x_2-hatmu_k)^2/(${g})`,
    `(${squares})/gamma_k1+gamma_k2`,
    'gamma_k1*(x_1-hatmu_k)^2+gamma_k2*(x_2-hatmu_k)^2/gamma_k1+gamma_k2',
  ],
  'var-sqrt': [`sqrt((${squares})/(${g}))`, `((${squares})/(${g}))^(1/2)`, `((${squares})/(${g}))^0.5`],
  'var-gamma-inside-square': [
    `((gamma_k1*(x_1-hatmu_k))^2+(gamma_k2*(x_2-hatmu_k))^2)/(${g})`,
    `((gamma_k1*x_1-gamma_k1*hatmu_k)^2+(gamma_k2*x_2-gamma_k2*hatmu_k)^2)/(${g})`,
    `(((x_1-hatmu_k)*gamma_k1)^2+((x_2-hatmu_k)*gamma_k2)^2)/(${g})`,
  ],
  'var-gamma-on-x-only': [
    `((gamma_k1*x_1-hatmu_k)^2+(gamma_k2*x_2-hatmu_k)^2)/(${g})`,
    `((hatmu_k-gamma_k1*x_1)^2+(hatmu_k-gamma_k2*x_2)^2)/(${g})`,
    `(gamma_k1*x_1-hatmu_k)^2/(${g})+(gamma_k2*x_2-hatmu_k)^2/(${g})`,
  ],
  'var-square-outside-sum': [
    `(gamma_k1*(x_1-hatmu_k)+gamma_k2*(x_2-hatmu_k))^2/(${g})`,
    `((gamma_k1*(x_1-hatmu_k)+gamma_k2*(x_2-hatmu_k))/(${g}))^2`,
    `(gamma_k1*x_1+gamma_k2*x_2-(${g})*hatmu_k)^2/(${g})`,
  ],
  'var-bessel': [`(${squares})/(${g}-1)`, `(${squares})/(-1+${g})`, `-(${squares})/(1-gamma_k1-gamma_k2)`],
  'var-absolute': [
    `(gamma_k1*abs(x_1-hatmu_k)+gamma_k2*abs(x_2-hatmu_k))/(${g})`,
    `(gamma_k1*abs(hatmu_k-x_1)+gamma_k2*abs(hatmu_k-x_2))/(${g})`,
    `(gamma_k1*sqrt((x_1-hatmu_k)^2)+gamma_k2*sqrt((x_2-hatmu_k)^2))/(${g})`,
  ],
  'var-second-moment': [
    `(gamma_k1*x_1^2+gamma_k2*x_2^2)/(${g})`,
    `(gamma_k1*x_1*x_1+gamma_k2*x_2*x_2)/(${g})`,
    `gamma_k1*x_1^2/(${g})+gamma_k2*x_2^2/(${g})`,
  ],
  'var-moment-mean-not-squared': [
    `(gamma_k1*x_1^2+gamma_k2*x_2^2)/(${g})-hatmu_k`,
    `-hatmu_k+(gamma_k1*x_1^2+gamma_k2*x_2^2)/(${g})`,
    `(gamma_k1*x_1^2+gamma_k2*x_2^2-hatmu_k*(${g}))/(${g})`,
  ],
  'var-hatmu-index': [
    `(gamma_k1*(x_1-hatmu_1)^2+gamma_k2*(x_2-hatmu_2)^2)/(${g})`,
    `(gamma_k2*(hatmu_2-x_2)^2+gamma_k1*(hatmu_1-x_1)^2)/(${g})`,
    `gamma_k1*(x_1-hatmu_1)^2/(${g})+gamma_k2*(x_2-hatmu_2)^2/(${g})`,
  ],
  'var-component-fixed': [
    `(gamma_k1*(x_1-hatmu_1)^2+gamma_k2*(x_2-hatmu_1)^2)/(${g})`,
    `(gamma_k1*(hatmu_1-x_1)^2+gamma_k2*(hatmu_1-x_2)^2)/(${g})`,
    '(gamma_11*(x_1-hatmu_1)^2+gamma_12*(x_2-hatmu_1)^2)/(gamma_11+gamma_12)',
  ],
  'var-sign': [
    `(gamma_k1*(x_1+hatmu_k)^2+gamma_k2*(x_2+hatmu_k)^2)/(${g})`,
    `(gamma_k1*(hatmu_k+x_1)^2+gamma_k2*(hatmu_k+x_2)^2)/(${g})`,
    `gamma_k1*(x_1+hatmu_k)^2/(${g})+gamma_k2*(x_2+hatmu_k)^2/(${g})`,
  ],
  'var-points-crossed': [
    `(gamma_k2*(x_1-hatmu_k)^2+gamma_k1*(x_2-hatmu_k)^2)/(${g})`,
    `(gamma_k1*(x_2-hatmu_k)^2+gamma_k2*(x_1-hatmu_k)^2)/(${g})`,
    `(gamma_k1*(hatmu_k-x_2)^2+gamma_k2*(hatmu_k-x_1)^2)/(${g})`,
  ],
  'var-unweighted': [
    '((x_1-hatmu_k)^2+(x_2-hatmu_k)^2)/2',
    '0.5*(x_1-hatmu_k)^2+0.5*(x_2-hatmu_k)^2',
    `((x_1-hatmu_k)^2+(x_2-hatmu_k)^2)/(${g})`,
  ],
  'var-gamma-index-transposed': [
    '(gamma_1k*(x_1-hatmu_k)^2+gamma_2k*(x_2-hatmu_k)^2)/(gamma_1k+gamma_2k)',
    '(gamma_2k*(hatmu_k-x_2)^2+gamma_1k*(hatmu_k-x_1)^2)/(gamma_2k+gamma_1k)',
    'gamma_1k*(x_1-hatmu_k)^2/(gamma_1k+gamma_2k)+gamma_2k*(x_2-hatmu_k)^2/(gamma_1k+gamma_2k)',
  ],
  'var-square-on-mean-only': [
    `(gamma_k1*(x_1-hatmu_k^2)+gamma_k2*(x_2-hatmu_k^2))/(${g})`,
    `(gamma_k1*x_1-hatmu_k^2+gamma_k2*x_2-hatmu_k^2)/(${g})`,
    `(gamma_k1*x_1+gamma_k2*x_2)/(${g})-hatmu_k^2`,
  ],
  'var-denominator-squared': [`(${squares})/(${g})^2`, `(${squares})/((${g})*(${g}))`, `(${squares})/(${g})/(${g})`],
  'var-wrong-power': [
    `(gamma_k1*(x_1-hatmu_k)^3+gamma_k2*(x_2-hatmu_k)^3)/(${g})`,
    `(gamma_k1*(x_1-hatmu_k)*(x_1-hatmu_k)^2+gamma_k2*(x_2-hatmu_k)^3)/(${g})`,
    `gamma_k1*(x_1-hatmu_k)^3/(${g})+gamma_k2*(x_2-hatmu_k)^3/(${g})`,
  ],
  'var-gamma-squared': [
    `(gamma_k1^2*(x_1-hatmu_k)^2+gamma_k2^2*(x_2-hatmu_k)^2)/(${g})`,
    `(gamma_k1*gamma_k1*(x_1-hatmu_k)^2+gamma_k2*gamma_k2*(x_2-hatmu_k)^2)/(${g})`,
    '(gamma_k1^2*(x_1-hatmu_k)^2+gamma_k2^2*(x_2-hatmu_k)^2)/(gamma_k1^2+gamma_k2^2)',
  ],
};

const mixingWeight: Spellings = {
  'pi-not-divided': ['gamma_k1+gamma_k2', 'gamma_k2+gamma_k1', '2*(gamma_k1+gamma_k2)/2'],
  'pi-missing-parentheses': ['gamma_k1+gamma_k2/2', 'gamma_k1+0.5*gamma_k2', 'gamma_k2/2+gamma_k1'],
  'pi-product': ['gamma_k1*gamma_k2', 'gamma_k2*gamma_k1', 'gamma_k1*gamma_k2/2'],
  'pi-constant': ['1/2', '0.5', '1/3'],
  'pi-normalised-by-itself': [
    '(gamma_k1+gamma_k2)/(gamma_k1+gamma_k2)',
    '(gamma_k2+gamma_k1)/(gamma_k1+gamma_k2)',
    '(gamma_k1+gamma_k2)*1/(gamma_k1+gamma_k2)',
  ],
  'pi-gamma-index-transposed': ['(gamma_1k+gamma_2k)/2', '0.5*(gamma_2k+gamma_1k)', 'gamma_1k/2+gamma_2k/2'],
  'pi-divided-by-five': ['(gamma_k1+gamma_k2)/5', '0.2*(gamma_k1+gamma_k2)', 'gamma_k1/5+gamma_k2/5'],
  'pi-component-fixed': ['(gamma_11+gamma_12)/2', '0.5*gamma_12+0.5*gamma_11', '(gamma_21+gamma_22)/2'],
  'pi-sign': ['(gamma_k1-gamma_k2)/2', '0.5*gamma_k1-0.5*gamma_k2', '(gamma_k2-gamma_k1)/2'],
  'pi-one-point': ['gamma_k1/(gamma_k1+gamma_k2)', '1/(1+gamma_k2/gamma_k1)', 'gamma_k2/(gamma_k2+gamma_k1)'],
  'pi-is-mean-numerator': [
    '(gamma_k1*x_1+gamma_k2*x_2)/2',
    'gamma_k1*x_1+gamma_k2*x_2',
    '(gamma_k1*x_1+gamma_k2*x_2)/(gamma_k1+gamma_k2)',
  ],
  'pi-other-component': ['1-(gamma_k1+gamma_k2)/2', '(2-gamma_k1-gamma_k2)/2', '((1-gamma_k1)+(1-gamma_k2))/2'],
  'pi-geometric-mean': ['sqrt(gamma_k1*gamma_k2)', '(gamma_k1*gamma_k2)^(1/2)', 'sqrt(gamma_k1)*sqrt(gamma_k2)'],
  'pi-inverted': ['2/(gamma_k1+gamma_k2)', '1/((gamma_k1+gamma_k2)/2)', '2*(gamma_k2+gamma_k1)^-1'],
  'pi-divided-by-four': ['(gamma_k1+gamma_k2)/4', '0.25*gamma_k1+0.25*gamma_k2', '(gamma_k1+gamma_k2)/2/2'],
  'pi-hard': ['max(gamma_k1,gamma_k2)', 'max(gamma_k2,gamma_k1)', 'max(gamma_k1,gamma_k2)/2'],
};

export const spellings: { readonly [question: string]: Spellings } = {
  responsibility,
  mean,
  variance,
  'mixing-weight': mixingWeight,
};
