/// The shapes of JSON with unusual names or nesting of fields, the most particular first.
public enum JSONShapes {
  /// Every shape.
  public static let all: [JSONShape] = [
    JSONShape(
      "ninjs 2.x and 3.x", marks: ["headlines.value"],
      fields: [
        ("title", ["headlines[role=main].value", "headlines.value", "title"]),
        (
          "bodydocument",
          [
            "bodies[contenttype=text/html].value", "bodies[contentType=text/html].value",
            "bodies[contenttype=application/xhtml+xml].value",
            "bodies[contentType=application/xhtml+xml].value",
          ]
        ),
        (
          "bodynitf",
          [
            "bodies[contenttype=text/vnd.IPTC.NITF].value",
            "bodies[contentType=text/vnd.IPTC.NITF].value",
          ]
        ),
        (
          "contenttext",
          [
            "bodies[contenttype=text/plain].value", "bodies[contentType=text/plain].value",
            "bodies[role=main].value", "bodies[role=text].value", "bodies.value",
          ]
        ),
        ("summary", ["descriptions[role=summary].value", "descriptions.value"]),
        ("published", ["firstcreated", "firstCreated", "versioncreated", "versionCreated"]),
        ("modified", ["versioncreated", "versionCreated"]),
        ("authors", ["by", "people[rel=author].name", "people[rel=creator].name"]),
        ("tags", ["subjects.name", "subject.name"]),
        ("outlet", ["infosources.name", "infoSources.name", "copyrightholder"]),
        ("url", ["uri"]),
      ]),
    JSONShape(
      "ninjs 1.x", marks: ["uri", "versioncreated"],
      fields: [
        ("title", ["headline", "headline_main", "headline_*", "title", "slugline"]),
        ("bodydocument", ["body_html", "body_xhtml", "body_html5"]),
        ("contenttext", ["body_text", "body_main", "body_*"]),
        ("summary", ["description_text", "description_html", "description_*"]),
        ("published", ["firstcreated", "versioncreated"]), ("modified", ["versioncreated"]),
        ("authors", ["byline", "person.name", "authors.name"]),
        ("tags", ["subject.name", "keywords"]),
        ("outlet", ["infosource.name", "source", "copyrightholder"]),
        ("url", ["uri"]),
      ]),
    JSONShape(
      "The Guardian Open Platform", marks: ["webTitle", "webUrl"],
      fields: [
        ("title", ["fields.headline", "webTitle"]), ("url", ["webUrl"]),
        ("published", ["webPublicationDate"]), ("modified", ["fields.lastModified"]),
        ("contenthtml", ["fields.body"]), ("contenttext", ["fields.bodyText"]),
        ("summary", ["fields.trailText", "fields.standfirst"]),
        ("authors", ["tags[type=contributor].webTitle", "fields.byline"]),
        ("tags", ["tags[type=keyword].webTitle", "sectionName"]),
        ("outlet", ["fields.publication"]), ("language", ["fields.lang"]),
        ("image", ["fields.thumbnail"]),
      ]),
    JSONShape(
      "The New York Times", marks: ["web_url", "headline"],
      fields: [
        ("title", ["headline.main", "headline.print_headline"]), ("url", ["web_url"]),
        ("published", ["pub_date"]), ("contenttext", ["lead_paragraph", "abstract", "snippet"]),
        ("summary", ["abstract", "snippet"]), ("authors", ["byline.original"]),
        ("tags", ["keywords.value", "section_name"]), ("outlet", ["source"]),
        ("image", ["multimedia.default.url", "multimedia.url"]),
      ]),
    JSONShape(
      "Webhose, Webz.io", marks: ["thread", "uuid"],
      fields: [
        ("title", ["title", "thread.title"]), ("url", ["url", "thread.url"]),
        ("published", ["published", "thread.published"]), ("authors", ["author"]),
        ("outlet", ["thread.site", "thread.site_full"]), ("image", ["thread.main_image"]),
        ("tags", ["categories", "thread.site_categories"]),
      ]),
    JSONShape(
      "Google Reader, FreshRSS, Feedly, Inoreader", marks: ["origin", "id"],
      fields: [
        ("url", ["canonical.href", "canonicalUrl", "alternate.href"]), ("outlet", ["origin.title"]),
        ("contenthtml", ["content.content", "summary.content"]),
        ("published", ["published", "crawlTimeMsec", "crawled"]),
        // The reader's own labels do not belong to the article.
        ("tags", ["keywords"]), ("image", ["visual.url"]),
      ]),
    JSONShape(
      "Miniflux", marks: ["feed", "published_at"],
      fields: [
        ("outlet", ["feed.title"]), ("published", ["published_at"]), ("modified", ["changed_at"]),
        ("contenthtml", ["content"]),
      ]),
    JSONShape(
      "wallabag", marks: ["is_archived", "url"],
      fields: [
        ("published", ["published_at", "created_at"]), ("outlet", ["domain_name"]),
        ("authors", ["published_by"]), ("contenthtml", ["content"]), ("image", ["preview_picture"]),
        ("url", ["origin_url", "url"]),
      ]),
    JSONShape(
      "WordPress REST", marks: ["title.rendered", "content.rendered"],
      fields: [
        ("title", ["title.rendered"]), ("contenthtml", ["content.rendered"]),
        ("summary", ["excerpt.rendered"]), ("url", ["link"]), ("published", ["date_gmt", "date"]),
        ("modified", ["modified_gmt", "modified"]), ("authors", ["_embedded.author.name"]),
        ("tags", ["_embedded.wp:term.name"]), ("outlet", ["yoast_head_json.og_site_name"]),
        ("image", ["_embedded.wp:featuredmedia.source_url", "jetpack_featured_media_url"]),
      ]),
    JSONShape(
      "Pocket", marks: ["resolved_url", "item_id"],
      fields: [
        ("title", ["resolved_title", "given_title"]), ("url", ["resolved_url", "given_url"]),
        ("summary", ["excerpt"]), ("published", ["time_added"]), ("authors", ["authors"]),
        ("image", ["top_image_url"]),
      ]),
    JSONShape(
      "newsdata.io", marks: ["article_id", "pubDate"],
      fields: [
        ("outlet", ["source_name", "source_id"]), ("authors", ["creator"]),
        ("published", ["pubDate"]), ("contenttext", ["content", "description"]),
        ("summary", ["description"]), ("image", ["image_url"]), ("tags", ["keywords", "category"]),
        ("url", ["link"]),
      ]),
    JSONShape(
      "trafilatura", marks: ["hostname", "fingerprint"],
      fields: [
        ("outlet", ["source-hostname", "sitename", "hostname"]), ("url", ["source", "url"]),
        ("contenttext", ["text", "raw_text"]), ("summary", ["excerpt", "description"]),
        ("published", ["date"]), ("image", ["image"]),
      ]),
    JSONShape(
      "news-please", marks: ["maintext", "source_domain"],
      fields: [
        ("outlet", ["source_domain"]), ("contenttext", ["maintext"]), ("summary", ["description"]),
        ("published", ["date_publish"]), ("modified", ["date_modify"]), ("image", ["image_url"]),
      ]),
    JSONShape(
      "newspaper3k, newspaper4k", marks: ["top_image", "text"],
      fields: [
        ("outlet", ["meta_site_name", "source_url"]), ("contenttext", ["text"]),
        ("published", ["publish_date"]), ("language", ["language", "meta_lang"]),
        ("summary", ["meta_description", "summary"]), ("image", ["top_image"]),
        ("tags", ["tags", "meta_keywords"]), ("url", ["canonical_link", "url"]),
      ]),
    JSONShape(
      "CC-News, RealNews", marks: ["domain", "text"],
      fields: [
        ("outlet", ["domain"]), ("published", ["publish_date", "date"]),
        ("summary", ["summary", "description"]),
      ]),
    JSONShape(
      "Mercury Parser, Postlight Parser", marks: ["lead_image_url", "content"],
      fields: [
        ("outlet", ["domain"]), ("published", ["date_published"]), ("contenthtml", ["content"]),
        ("summary", ["dek", "excerpt"]), ("image", ["lead_image_url"]),
      ]),
    JSONShape(
      "Event Registry", marks: ["dateTimePub", "body"],
      fields: [
        ("published", ["dateTimePub", "dateTime"]), ("outlet", ["source.title", "source.uri"]),
        ("authors", ["authors.name"]), ("tags", ["concepts.label.eng", "categories.label"]),
      ]),
    JSONShape(
      "Diffbot", marks: ["pageUrl", "siteName"],
      fields: [
        ("outlet", ["siteName"]), ("url", ["resolvedPageUrl", "pageUrl"]),
        ("published", ["date", "estimatedDate"]), ("contenthtml", ["html"]),
        ("image", ["images.url"]),
        ("tags", ["tags.label"]),
      ]),
    JSONShape(
      "GDELT", marks: ["seendate", "domain"],
      fields: [("outlet", ["domain"]), ("published", ["seendate"]), ("image", ["socialimage"])]),
  ]
}
