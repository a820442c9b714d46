/// The query parameters that say how a visitor came, not which page is meant.
///
/// Gathered from the documentation of the services that add them (Google, Meta, Microsoft, Matomo,
/// HubSpot, AT Internet, the share links of large news sites). A name by which some site chooses an
/// article (`id`, `p`, `cid`, `source`) is left out: two articles under one identity are worse than
/// one article under two.
enum TrackingParameters {
  /// Whether a parameter of this name is for tracking.
  static func contains(_ name: some StringProtocol) -> Bool {
    let lower = name.lowercased()
    return names.contains(lower) || prefixes.contains { lower.hasPrefix($0) }
  }

  private static let prefixes = [
    "utm_", "mtm_", "matomo_", "piwik_", "pk_", "itm_", "ns_", "at_", "guce_", "hsa_", "fb_",
    "oly_", "_hs", "sc_cmp", "wt_", "wt.",
  ]

  private static let names: Set<String> = [
    "__twitter_impression", "_branch_match_id", "_ga", "_gl", "_openstat", "cmp", "cmpid", "cvid",
    "dclid", "dicbo", "ef_id", "epik", "fbclid", "ftag", "gad_source", "gbraid", "gclid", "gclsrc",
    "guccounter", "hsctatracking", "icid", "igsh", "igshid", "irclickid", "ito", "linkid",
    "mbid", "mc_cid", "mc_eid", "mkt_tok", "mod", "msclkid", "ncid", "ocid", "rb_clickid", "ref",
    "ref_src", "ref_url", "referrer", "reflink", "rss", "s_cid", "s_kwcid", "share", "smid",
    "smtyp", "soc_src", "soc_trk", "spm", "sr_share", "srnd", "srsltid", "taid", "tblci", "trk",
    "ttclid", "twclid", "vero_id", "wbraid", "wickedid", "xtor", "yclid", "ysclid", "zanpid",
  ]
}
