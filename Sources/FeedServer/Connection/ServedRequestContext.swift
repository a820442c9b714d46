import Hummingbird

/// A request on its way through the router, with the host that it came from.
struct ServedRequestContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let client: ClientAddress

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    client = ClientAddress(source.channel.remoteAddress)
  }
}
