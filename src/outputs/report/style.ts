/** The report's style: readable on screen, on paper, in dark and in high contrast; verdicts are told by sign and word, colour comes on top. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--ink:#1f1f1f;--paper:#fff;--faint:#595959;--line:#d0d0d0;--agrees:#0b6a2b;--rounding:#0f548c;--differs:#a4121c;--accepted:#7a4d00;--open:#4a4a4a;--tint:#f3f3f3;--differs-tint:#fde9ea;--bar:#0f548c}
@media (prefers-color-scheme:dark){:root{--ink:#f0f0f0;--paper:#1b1b1b;--faint:#b8b8b8;--line:#4a4a4a;--agrees:#6fcf8d;--rounding:#8cc4f5;--differs:#ff9aa2;--accepted:#f0c060;--open:#c8c8c8;--tint:#2a2a2a;--differs-tint:#452427;--bar:#8cc4f5}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1.5rem;font:1rem/1.5 "Segoe UI",system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.6rem;line-height:1.25;margin:.2rem 0 1rem}h2{font-size:1.2rem;margin:2rem 0 .6rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}
a{color:var(--rounding)}a:focus-visible,summary:focus-visible{outline:2px solid var(--rounding);outline-offset:2px}
.skip{position:absolute;left:-100vw}.skip:focus{position:static}
.kind,.faint{color:var(--faint)}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{color:var(--faint)}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;margin:.5rem 0}caption{text-align:left;color:var(--faint);padding-bottom:.3rem}th,td{text-align:left;padding:.25rem .9rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
ol.findings{padding-left:1.6rem}ol.findings>li{margin:0 0 1rem;padding:.6rem .8rem;background:var(--tint);border-left:4px solid var(--differs)}ol.findings>li:target,.f:target{outline:3px solid var(--rounding)}
.page{border-top:1px solid var(--line);padding-top:.4rem}.l{display:grid;grid-template-columns:2.6rem 1fr;gap:.7rem;font-size:.92rem;white-space:pre-wrap;overflow-wrap:anywhere}.l>.no{text-align:right;font-size:.75rem;line-height:1.9;color:var(--faint);user-select:none}
.fixed>span+span{font-family:Consolas,"Courier New",monospace;font-size:.88em}
.f{border-radius:2px;color:inherit}.f::after{font-size:.75em;margin-left:.1em;vertical-align:super}th .f::after{margin:0;vertical-align:baseline}
.f-agrees::after{content:"\\2713" / "";color:var(--agrees)}.f-agrees-within-rounding::after{content:"\\2248" / "";color:var(--rounding)}.f-differs{background:var(--differs-tint);outline:1.5px solid var(--differs)}.f-differs::after{content:"\\2717" / "";color:var(--differs)}.f-accepted{outline:1.5px dashed var(--accepted)}.f-accepted::after{content:"\\25CF" / "";color:var(--accepted)}.f-not-checkable::after,.f-not-checked::after{content:"\\25CB" / "";color:var(--open)}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
svg{display:block;max-width:100%;height:auto;font:12px "Segoe UI",system-ui,sans-serif}svg text{fill:var(--ink)}.bar{fill:var(--bar)}.axis{stroke:var(--line)}
@media (max-width:30rem){body{padding:1rem}dl{grid-template-columns:1fr}dt{margin-top:.4rem}}
@page{margin:16mm}
@media print{body{max-width:none;padding:0;font-size:10pt}h2,h3,figcaption{break-after:avoid}figure{break-inside:avoid}a{color:inherit;text-decoration:none}.skip{display:none}ol.findings>li,svg,tr{break-inside:avoid}}
@media (forced-colors:active){.f-differs,.f-accepted{outline-color:CanvasText}.bar{fill:CanvasText}}
`.trim();
