/// The keys under which articles keep their fields: schema.org `NewsArticle`, JSON Feed items,
/// `newsfold evaluate`, news services' and crawlers' exports, and front matter of site generators.
///
/// Compared in lower case without `_`, `-`, `.` and `:`, so that `date_published`, `datePublished`
/// and `Date-Published` are one.
enum FieldNames {
  static let title = [
    "title", "headline", "name", "ogtitle", "alternativeheadline", "titel", "titre", "titulo",
    "título", "titolo", "überschrift",
  ]
  static let url = [
    "url", "link", "permalink", "canonicalurl", "canonical", "mainentityofpage", "@id", "weburl",
    "articleurl", "guid", "id",
  ]
  static let html = [
    "contenthtml", "contentencoded", "html", "bodyhtml", "bodydocument", "bodynitf",
  ]
  static let text = [
    "contenttext", "articlebody", "text", "body", "content", "fulltext", "maintext", "bodytext",
    "articletext", "contentmarkdown", "contentelements", "textcontent", "cleanedtext",
    "textcleaned", "plaintext",
    "paragraphs", "inhalt", "texto", "texte", "testo", "contenu", "contenido",
  ]
  static let summary = [
    "summary", "description", "abstract", "standfirst", "dek", "deck", "subtitle", "subheadline",
    "lead", "lede", "excerpt", "teaser", "trailtext", "snippet",
  ]
  static let published = [
    "published", "datepublished", "publishedat", "publisheddate", "publicationdate", "publishdate",
    "pubdate", "publishedtime", "webpublicationdate", "date", "datetime", "datecreated", "created",
    "createdat", "firstcreated", "firstpublished", "timestamp", "time", "datepublish", "dcdate",
    "datum", "fecha", "timeadded", "dateadded", "savedat",
  ]
  static let modified = [
    "modified", "datemodified", "modifiedat", "updated", "updatedat", "dateupdated", "lastmodified",
    "lastmod", "lastupdated", "lastupdate",
  ]
  static let outlet = [
    "outlet", "publisher", "publication", "sitename", "site", "newspaper", "sourcename", "source",
    "sourceorganization", "provider", "feed", "quelle", "fuente", "zeitung",
  ]
  static let authors = [
    "authors", "author", "byline", "creator", "dccreator", "by", "writer", "autor", "auteur",
    "autore",
  ]
  static let tags = [
    "tags", "keywords", "tag", "categories", "category", "articlesection", "section", "topics",
    "topic", "subjects",
  ]
  static let language = ["language", "lang", "inlanguage", "locale", "languagecode"]
  static let pictures = [
    "image", "images", "thumbnailurl", "thumbnail", "imageurl", "urltoimage", "topimage",
    "leadimage", "bannerimage", "picture", "pictures", "cover", "featuredimage",
  ]
  static let enclosures = [
    "attachments", "enclosures", "enclosure", "associatedmedia", "audio", "video", "media",
    "podcast",
  ]
  static let original = [
    "isbasedon", "isbasedonurl", "originalurl", "externalurl", "syndicatedfrom", "sameas",
  ]

  /// The one spelling of a key.
  static func folded(_ key: String) -> String {
    String(key.lowercased().filter { !"_-.: ".contains($0) })
  }

  /// The fields with their keys, for the page *What is read*.
  static let table: [(field: String, keys: [String])] = [
    ("title", title), ("address", url), ("text in HTML", html), ("text", text),
    ("summary", summary),
    ("date", published), ("changed", modified), ("outlet", outlet), ("authors", authors),
    ("tags", tags), ("language", language), ("pictures", pictures),
    ("sounds and films", enclosures),
    ("address of what it repeats", original),
  ]
}
