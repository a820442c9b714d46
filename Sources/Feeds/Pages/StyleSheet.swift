/// `assets/style.css`: one file for all pages, fetched once.
enum StyleSheet {
  static let text = general + filters + "\n"

  /// The rules by which a pressed button of `StoryFilters` filters the list.
  private static let filters: String = {
    let buttons = ["s", "t"].flatMap { letter in
      (0..<StoryFilters.limit).map { letter + String($0) }
    }
    let items = buttons.map { "body:has(#\($0):checked) #list li:not(.\($0))" }
    let days = buttons.map { "body:has(#\($0):checked) .day:not(:has(.\($0)))" }
    return (items + days).joined(separator: ",\n") + "{display:none}"
  }()

  private static let general = """
    :root{color-scheme:light dark;
    --paper:light-dark(#fbfaf6,#15181b);--sheet:light-dark(#fff,#1c2024);
    --ink:light-dark(#1d1f21,#e9e6df);--soft:light-dark(#585d62,#a9adb1);
    --rule:light-dark(#dedad0,#33393f);--link:light-dark(#0d5770,#8fd0e6);
    --mark:light-dark(#b3402a,#f0937d);--tint:light-dark(#f1eee5,#22272b);
    --serif:"Iowan Old Style","Palatino Linotype",Palatino,P052,"Book Antiqua","Noto Serif",Georgia,serif;
    --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
    :root:has(#look-light:checked){color-scheme:light}
    :root:has(#look-dark:checked){color-scheme:dark}
    *{box-sizing:border-box}
    html{font:100%/1.55 var(--sans);background:var(--paper);color:var(--ink);
    -webkit-text-size-adjust:none;text-size-adjust:none;scroll-behavior:smooth}
    body{margin:0 auto;max-width:72rem;padding:0 clamp(1rem,4vw,2.5rem);overflow-wrap:break-word}
    a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.16em}
    a:hover{text-decoration-thickness:2px}
    :focus-visible{outline:3px solid var(--mark);outline-offset:2px;border-radius:2px}
    h1,h2,h3,h4,.lead,.brand{font-family:var(--serif);line-height:1.2;text-wrap:balance}
    h1{font-size:clamp(1.75rem,1.2rem + 2.6vw,2.75rem);font-weight:700;margin:0;letter-spacing:-.01em}
    h2{font-size:1.375rem;margin:0 0 .75rem}
    p{margin:0 0 .75rem}
    img{max-width:100%;height:auto}
    time{white-space:nowrap}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .skip{position:absolute;inset-inline-start:1rem;top:-4rem;background:var(--ink);color:var(--paper);
    padding:.6rem 1rem;z-index:2;border-radius:0 0 4px 4px}
    .skip:focus{top:0}

    .top{display:flex;justify-content:space-between;align-items:center;gap:1rem;
    padding:.75rem 0;border-bottom:1px solid var(--rule)}
    .brand{margin:0;font-size:1.125rem;font-weight:700;min-width:0}
    .brand a{color:inherit;text-decoration:none}
    .brand,.brand a{display:flex;align-items:center;gap:.6rem}
    .brand span{overflow:hidden;display:-webkit-box;-webkit-line-clamp:1;-webkit-box-orient:vertical}
    .mark{flex:none}
    .mark .back{fill:var(--mark)}
    .mark .sheet{fill:var(--link)}
    .mark .print{fill:none;stroke:var(--paper);stroke-width:1.8;stroke-linecap:round}
    .look{display:flex;border:1px solid var(--rule);border-radius:999px;padding:2px;margin:0;flex:none}
    .look label{display:grid;place-items:center;width:2.25rem;height:2rem;border-radius:999px;cursor:pointer;
    color:var(--soft)}
    .look input{position:absolute;opacity:0;width:1px;height:1px}
    .look label:has(:checked){background:var(--tint);color:var(--ink)}
    .look label:has(:focus-visible){outline:3px solid var(--mark)}
    .foot{margin:3rem 0 0;padding:1rem 0 2rem;border-top:1px solid var(--rule);
    color:var(--soft);font-size:.875rem}

    .front{display:grid;grid-template-columns:minmax(0,1fr);column-gap:3.5rem}
    .intro{padding:2rem 0 1.5rem}
    .lead{font-size:1.1875rem;line-height:1.4;color:var(--soft);margin:.5rem 0 0;text-wrap:pretty}
    .jump{margin:.75rem 0 0}
    .tools{display:block;margin-bottom:1.5rem}
    .search{margin:0 0 .75rem}
    .search input{width:100%;font:inherit;color:inherit;background:var(--sheet);
    border:1px solid light-dark(#8b8f93,#6d747a);border-radius:6px;padding:.6rem .8rem}
    .filter summary,.why summary{cursor:pointer;color:var(--link)}
    .filter summary{padding:.35rem 0;font-weight:600}
    .filter fieldset{border:0;margin:0 0 .5rem;padding:0;display:flex;flex-wrap:wrap;gap:.4rem}
    .filter legend{float:inline-start;width:100%;font-size:.875rem;color:var(--soft);padding:0;margin-bottom:.35rem}
    .filter label{border:1px solid var(--rule);border-radius:999px;padding:.35rem .85rem;cursor:pointer;
    font-size:.9375rem;background:var(--sheet)}
    .filter input{position:absolute;opacity:0;width:1px;height:1px}
    .filter label:has(:checked){background:var(--link);border-color:var(--link);color:var(--paper)}
    .filter label:has(:focus-visible){outline:3px solid var(--mark);outline-offset:2px}
    .stories ol{list-style:none;margin:0;padding:0}
    .day h3{font:600 .875rem/1.4 var(--sans);color:var(--mark);margin:0;padding:.5rem 0;
    border-bottom:2px solid var(--ink)}
    .day+.day{margin-top:2rem}
    .stories li{padding:1rem 0 1.05rem;border-bottom:1px solid var(--rule)}
    .stories li:last-child{border-bottom:0}
    .stories h4{font-size:1.3125rem;margin:0 0 .3rem;font-weight:700;text-wrap:pretty}
    .stories h4 a{color:inherit;text-decoration:none}
    .stories h4 a:hover{text-decoration:underline}
    .stories h4 a:visited{color:var(--soft)}
    .sum{margin:0 0 .4rem;max-width:66ch}
    .meta{font-size:.875rem;color:var(--soft);margin:0;font-variant-numeric:tabular-nums}
    .meta time{margin-inline-end:.5rem}
    .count{color:var(--mark);font-weight:600;margin-inline-end:.35rem}
    .none{color:var(--soft)}
    .subscribe{margin-top:2.5rem;padding:1.25rem 1.25rem 1rem;background:var(--tint);border-radius:8px;
    align-self:start;font-size:.9375rem}
    .subscribe h2{font-size:1.25rem}
    .readers a,.feeds a{display:inline-block;padding:.2rem 0;margin-inline-end:.6rem}
    .feeds{list-style:none;padding:0;margin:0 0 .75rem}
    .feeds li{padding:.5rem 0;border-top:1px solid var(--rule)}
    .feeds b{display:block}

    .chronicle{list-style:none;margin:1.25rem 0 0;padding:0}
    .chronicle li{padding:.7rem 0;border-bottom:1px solid var(--rule)}
    .chronicle .title{font-family:var(--serif);font-size:1.125rem;line-height:1.3;margin:0 0 .2rem}
    .chronicle .title a:visited{color:var(--soft)}
    .near,.parts{display:flex;flex-wrap:wrap;gap:.35rem 1.25rem;margin:1.5rem 0 0}
    .near a{padding:.35rem 0}
    .near [rel=prev]::before{content:"← "}
    .near [rel=next]::after{content:" →"}
    [dir=rtl] .near [rel=prev]::before{content:"→ "}
    [dir=rtl] .near [rel=next]::after{content:" ←"}
    .near [href$="days/index.html"]{margin-inline-start:auto}
    .parts{gap:.35rem;margin:1rem 0 0}
    .parts a,.calendar a,.years a{display:grid;place-items:center;min-width:2.75rem;min-height:2.75rem;
    border:1px solid var(--rule);border-radius:6px;background:var(--sheet);text-decoration:none;
    font-variant-numeric:tabular-nums}
    .parts [aria-current]{background:var(--tint);color:var(--ink)}
    .listing h2{margin:2rem 0 .75rem}
    .calendar,.years{list-style:none;margin:0;padding:0;display:grid;gap:.35rem;
    grid-template-columns:repeat(7,minmax(0,1fr));max-width:30rem}
    .calendar a{min-width:0}
    .years{grid-template-columns:repeat(auto-fill,minmax(4.5rem,1fr));margin-top:1rem}

    .page{max-width:44rem;margin:0 auto;padding:1.75rem 0 0}
    .story header{margin-bottom:1.5rem}
    .back{font-size:.9375rem;margin:0 0 1.25rem}
    .back a{text-decoration:none}
    .back a:hover{text-decoration:underline}
    .back a::before{content:"← "}
    [dir=rtl] .back a::before{content:"→ "}
    .dates{display:flex;flex-wrap:wrap;gap:0 1.5rem}
    .story h1{margin-bottom:.75rem}
    .text{font-family:var(--serif);font-size:1.1875rem;line-height:1.6}
    .text figure{margin:0 0 1.25rem}
    .text img{display:block;border-radius:4px;background:var(--tint)}
    figcaption{font:.8125rem/1.4 var(--sans);color:var(--soft);margin-top:.35rem}
    .story section{margin-top:2.5rem;padding-top:1.25rem;border-top:1px solid var(--rule)}
    .sources ul{list-style:none;margin:0;padding:0}
    .sources li{padding:.6rem 0;border-bottom:1px solid var(--rule)}
    .sources li:last-child{border:0;padding-bottom:0}
    .sources small{display:block;font-size:.875rem;color:var(--soft)}
    blockquote{margin:0 0 .25rem;padding-inline-start:1rem;border-inline-start:3px solid var(--mark);
    font-family:var(--serif);font-size:1.125rem}
    blockquote p:last-child{margin-bottom:0}
    .additions blockquote+p{margin:0 0 1.5rem;padding-inline-start:1.2rem;font-size:.9375rem}
    .additions blockquote+p:last-child{margin:0}
    .figures h3{font:600 1rem/1.4 var(--sans);margin:0 0 .5rem}
    .figures h3::first-letter{text-transform:uppercase}
    .figures ul+h3{margin-top:1.5rem}
    .side{list-style:none;margin:0;padding:0;display:grid;gap:.75rem;
    grid-template-columns:repeat(auto-fit,minmax(min(100%,9rem),1fr))}
    .side li{background:var(--tint);border-radius:6px;padding:.85rem .9rem;display:flex;flex-direction:column}
    .side p{margin:0 0 .5rem;font-size:.9375rem;line-height:1.45}
    .side .value{font:700 1.3125rem/1.2 var(--serif);color:var(--mark);font-variant-numeric:tabular-nums}
    .side .by{margin:auto 0 0;font-size:.875rem}
    article>h2{margin-top:2.5rem}
    article>ul{padding-inline-start:1.2rem;margin:0}
    article>ul li{margin-bottom:.4rem}
    .wide{overflow-x:auto}
    .wide+p{margin-top:2rem}
    th code{overflow-wrap:anywhere}
    table{border-collapse:collapse;width:100%;font-size:.9375rem}
    caption{text-align:start;font-weight:700;padding:.5rem 0}
    table+table{margin-top:1.25rem}
    th,td{text-align:start;vertical-align:baseline;padding:.5rem .75rem .5rem 0;border-top:1px solid var(--rule)}
    thead th,thead td{border-top:0;font-size:.8125rem;font-weight:400;color:var(--soft);padding-bottom:.3rem}
    tbody th{font-weight:400}
    .drawing{direction:ltr;display:block;max-width:100%;height:auto;overflow:visible}
    .drawing text{font:.9375rem var(--sans);fill:var(--ink)}
    .drawing .time{fill:var(--soft);font-variant-numeric:tabular-nums}
    .drawing .note{fill:var(--soft);font-size:.8125rem}
    .drawing .outlet{font-weight:600}
    .axis{stroke:var(--link);stroke-width:2;fill:none}
    .broken{stroke-dasharray:2 6}
    .full{fill:var(--link)}
    .half{fill:var(--paper);stroke:var(--link);stroke-width:2}
    .ring{fill:var(--paper);stroke:var(--mark);stroke-width:2}
    .decisions{padding-inline-start:1.4rem;margin:0}
    .decisions li{margin-bottom:.9rem}
    .decisions p{margin:0}
    .decisions time{font-size:.875rem;color:var(--soft);display:block}
    .decisions table{max-width:26rem;margin:.35rem 0 .5rem}
    .decisions td,.decisions tbody th{padding-block:.2rem}
    .closest{color:var(--soft);font-size:.9375rem}
    .number{text-align:end;font-variant-numeric:tabular-nums}
    .bar{display:block}
    .middle{stroke:var(--soft);stroke-width:1}
    .for{fill:var(--link)}
    .against{fill:var(--mark)}
    .facts{margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--rule);font-size:.875rem}
    .facts dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.35rem 1rem;margin:0}
    .facts dt{color:var(--soft)}
    .facts dd{margin:0}
    code{font:.9em ui-monospace,"Noto Sans Mono","DejaVu Sans Mono",monospace}
    .notice{min-height:40vh}

    @media (min-width:62rem){
    .front{grid-template-columns:minmax(0,1fr) 19rem}
    .intro{grid-column:1/-1}
    .jump{display:none}
    .subscribe{margin-top:0;position:sticky;top:1.5rem}
    .stories li{display:grid;grid-template-columns:minmax(0,1fr);padding:1.1rem 0 1.2rem}
    .stories h4{font-size:1.5rem}
    .day:first-child li:first-child h4{font-size:2rem;line-height:1.15}
    .day:first-child li:first-child .sum{font-size:1.0625rem}
    }
    @media (min-width:68rem){
    .story{max-width:none}
    .story article{display:grid;grid-template-columns:minmax(0,1fr) 20rem;grid-template-rows:auto auto 1fr;column-gap:4rem}
    .story header{grid-column:1/-1;max-width:54rem}
    .text{grid-row:2}
    .beside{grid-column:2;grid-row:2/span 2}
    .below{grid-column:1;grid-row:3}
    .beside section:first-child{margin-top:.25rem;padding-top:0;border-top:0}
    }
    @media (max-width:34rem){
    .facts dl{display:block}
    .facts dd{margin-bottom:.6rem}
    }
    @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    @media print{
    :root{color-scheme:light}
    html{font-size:11pt;background:#fff}
    body{max-width:none;padding:0}
    .look,.skip,.tools,.subscribe,.jump,.back,.near,.parts,.foot script{display:none}
    .front{display:block}
    a{color:inherit}
    .sources a::after{content:" (" attr(href) ")";font-size:.85em;word-break:break-all}
    .story article{display:block}
    .page{max-width:none}
    .side li{border:1px solid #999;background:none}
    .decisions details:not([open]) summary{list-style:none}
    li,tr,blockquote,figure{break-inside:avoid}
    h1,h2,h3,h4{break-after:avoid}
    }

    """
}
