/** One calm style for both pages: system fonts, light and dark, from 360 pixels to paper. Contrast is at least 4.5 : 1. */
export const styleSheet = `
:root{color-scheme:light dark;--ground:#fbfbfa;--card:#fff;--ink:#1c1d21;--soft:#5c6069;--line:#e2e3e0;--good:#166b3a;--good-ground:#e7f4ec;--bad:#a3262a;--bad-ground:#fbeaea;--part:#7d5200;--part-ground:#fbf1dd;--open:#5b3ea4;--open-ground:#efeafb;--link:#1d4fa8;--right:#2266b8;--theirs:#c4432a}
@media (prefers-color-scheme:dark){:root{--ground:#15171a;--card:#1d2024;--ink:#e9eaec;--soft:#a5abb5;--line:#33373d;--good:#7fd3a0;--good-ground:#163325;--bad:#f59a96;--bad-ground:#3d1f20;--part:#eabf6c;--part-ground:#382b12;--open:#c3b1f5;--open-ground:#2b2444;--link:#8fb8f6;--right:#79b0f2;--theirs:#f28a72}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:46rem;margin:0 auto;padding:2rem 1rem 4rem}
main.wide{max-width:68rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem;letter-spacing:-.01em}
h2{font-size:1.15rem;line-height:1.3;margin:2.75rem 0 .75rem;letter-spacing:-.005em}
h3{font-size:1rem;margin:0;line-height:1.4}
p{margin:.5rem 0}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
.soft,.meta{color:var(--soft)}
.meta{font-size:.9rem;margin:0}
.total{display:flex;align-items:baseline;flex-wrap:wrap;gap:.25rem .75rem;margin:1.25rem 0 .5rem}
.total strong{font-size:2.4rem;line-height:1.1;font-weight:650;font-variant-numeric:tabular-nums}
.strip{display:flex;gap:3px;margin:.5rem 0 0;padding:0;list-style:none}
.strip li{flex:1;height:.45rem;border-radius:2px;background:var(--line)}
.strip .correct{background:var(--good)}.strip .partial{background:var(--part)}.strip .incorrect{background:var(--bad)}.strip .undecided,.strip .ungradable{background:var(--open)}
.note{border:1px solid var(--line);border-radius:.6rem;background:var(--card);padding:.75rem 1rem;margin:1rem 0}
.note ul{margin:.25rem 0;padding-left:1.2rem}
.question{border:1px solid var(--line);border-radius:.6rem;background:var(--card);padding:1rem 1.1rem;margin:.85rem 0}
.question header{display:flex;justify-content:space-between;align-items:flex-start;gap:.5rem 1rem;flex-wrap:wrap}
.question header h3{flex:1 1 12rem;min-width:0;overflow-wrap:anywhere}
.verdict{display:inline-block;font-size:.82rem;font-weight:600;border-radius:1rem;padding:.1rem .65rem;white-space:nowrap;background:var(--ground);color:var(--soft)}
.verdict.correct{background:var(--good-ground);color:var(--good)}
.verdict.partial{background:var(--part-ground);color:var(--part)}
.verdict.incorrect{background:var(--bad-ground);color:var(--bad)}
.verdict.undecided,.verdict.ungradable{background:var(--open-ground);color:var(--open)}
.verdict.late{border:1px solid var(--line)}
.points{font-size:.9rem;color:var(--soft);white-space:nowrap;font-variant-numeric:tabular-nums;margin-left:.35rem}
.prompt{color:var(--soft);margin:.35rem 0 .75rem;overflow-wrap:anywhere}.strip~.prompt{margin:1rem 0}.prompt p{margin:.25rem 0}
dl.answer{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3rem .9rem;margin:.5rem 0}
dl.answer dt{color:var(--soft);font-size:.9rem}
dl.answer dd{margin:0;overflow:auto hidden;padding-bottom:.3rem;overflow-wrap:anywhere}
code{font:.9em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
math{font-size:1.15em}
math[display=block]{margin:.15rem 0;text-align:left;display:block math;width:max-content}
.messages{margin:.75rem 0 0;padding:0;list-style:none}
.messages li{margin:.45rem 0;white-space:pre-line;overflow-wrap:anywhere}
.messages li:first-child{font-weight:550}
.pictures{margin-top:1rem}
figure{margin:1rem 0 .5rem}
svg{display:block;width:100%;max-width:34rem;height:auto;font:13px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;overflow:visible}
figcaption{font-size:.85rem;color:var(--soft);margin-top:.3rem}
.legend{display:block;color:var(--ink)}
.key{white-space:nowrap;margin-right:.9rem}
.key::before,.strip li,.meter,.meter i,.data circle{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.key::before{content:"";display:inline-block;width:1.1em;height:.28em;margin-right:.4em;vertical-align:.2em;border-radius:2px;background:currentColor}
.key.theirs::before{background:var(--theirs)}.key.right::before{background:var(--right)}
.key.point::before{width:.6em;height:.6em;border-radius:50%;background:var(--ink);vertical-align:0}
.axis path{stroke:var(--soft);fill:none}.axis .grid{stroke:var(--line)}
.axis text{fill:var(--soft);font-variant-numeric:tabular-nums}
.line{fill:none;stroke-width:2.4;stroke-linejoin:round}
.line.right{stroke:var(--right);stroke-dasharray:7 4}.line.theirs{stroke:var(--theirs)}
.bar.open{fill:none;stroke:var(--right);stroke-dasharray:3 2}.bar.right,.dot.right{fill:var(--right)}.bar.theirs,.dot.theirs{fill:var(--theirs)}
.data circle{fill:var(--ink);stroke:var(--card);stroke-width:1.5}
.scroll{overflow:auto;max-height:32rem;margin:.75rem 0;border:1px solid var(--line);border-radius:.6rem;background:var(--card)}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;padding:.45rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
tbody tr:last-child>*{border-bottom:0}
thead th{position:sticky;top:0;background:var(--card);font-size:.82rem;font-weight:600;color:var(--soft);white-space:nowrap;vertical-align:bottom}
tbody th{font-weight:550;overflow-wrap:anywhere;min-width:9.5rem}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.meter{display:block;width:5.5rem;height:.4rem;border-radius:.2rem;background:var(--line);margin:.3rem 0 0 auto}
.meter i{display:block;height:100%;border-radius:.2rem;background:var(--right)}
.weak{color:var(--bad);font-weight:600}
.say{margin:.75rem 0;padding:0;list-style:none;display:grid;gap:.6rem}
.say li{border:1px solid var(--line);border-left:4px solid var(--theirs);border-radius:.6rem;background:var(--card);padding:.7rem 1rem}
.say strong{font-weight:650}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:.75rem;margin:1.25rem 0;padding:0}
.numbers div{border:1px solid var(--line);border-radius:.6rem;background:var(--card);padding:.6rem .9rem}
.numbers dt{font-size:.82rem;color:var(--soft)}
.numbers dd{margin:0;font-size:1.45rem;font-weight:650;font-variant-numeric:tabular-nums}
details{margin:.4rem 0}td details{margin:0}
summary{cursor:pointer;color:var(--link)}
.why{min-width:13rem}
.names{overflow-wrap:anywhere;font-size:.9rem;margin:0;min-width:7rem}
button.sort{all:unset;cursor:pointer;white-space:nowrap}
button.sort:focus-visible{outline:2px solid var(--link);outline-offset:2px}
button.sort::after{content:" \\2195";opacity:.45}
[aria-sort=ascending] button.sort::after{content:" \\2191";opacity:1}
[aria-sort=descending] button.sort::after{content:" \\2193";opacity:1}
.filter{display:block;margin:.5rem 0;font-size:.9rem;color:var(--soft)}
.filter input{display:block;width:100%;max-width:22rem;margin-top:.2rem;padding:.45rem .7rem;font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--soft);border-radius:.5rem}
@media (max-width:30rem){main{padding:1.25rem .8rem 3rem}.question{padding:.85rem .85rem}dl.answer{grid-template-columns:minmax(0,1fr);gap:0}dl.answer dd{margin-bottom:.4rem}th,td{padding:.4rem .55rem}}
@media print{math.long{display:flex;flex-wrap:wrap;align-items:baseline;width:auto;row-gap:.4em;font-size:calc(1.15em*var(--fit,1))}dl.answer dd{overflow:visible}:root{color-scheme:light;--ground:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--good:#0b5c2b;--good-ground:#fff;--bad:#8e1a1e;--bad-ground:#fff;--part:#664300;--part-ground:#fff;--open:#452c8a;--open-ground:#fff;--link:#000;--right:#1c56a0;--theirs:#b03a22}body{font-size:11pt}main,main.wide{max-width:none;padding:0}.question,figure,tr,.say li{break-inside:avoid}h2{break-after:avoid}.verdict{border:1px solid currentColor}.filter{display:none}.scroll{overflow:visible;max-height:none}thead th{position:static;white-space:normal;font-size:.68rem}table{font-size:.75rem}th,td{padding:.25rem .3rem}tbody th{min-width:6.5rem}.names{min-width:5rem;font-size:.75rem}.meter{width:3rem}button.sort{white-space:normal}button.sort::after{content:none}}
`.trim();
