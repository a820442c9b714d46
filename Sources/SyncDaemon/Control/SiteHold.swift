/// The right to write to a site, held by one process at a time; it ends with the last reference, or
/// with the process.
public protocol SiteHold: AnyObject, Sendable {}
