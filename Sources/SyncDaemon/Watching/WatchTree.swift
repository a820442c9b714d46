/// The watched directories by the number of their watch, each with the directories below it.
///
/// Only the thread that watches uses it.
final class WatchTree {
  /// A watched directory.
  final class Node {
    let watch: Int32
    let path: FilePath
    fileprivate let name: FilePath
    /// The root that it is below, or is.
    let root: String
    fileprivate(set) weak var parent: Node?
    fileprivate(set) var children: [FilePath: Node] = [:]

    fileprivate init(watch: Int32, path: FilePath, name: FilePath, root: String, parent: Node?) {
      self.watch = watch
      self.path = path
      self.name = name
      self.root = root
      self.parent = parent
    }
  }

  private var nodes: [Int32: Node] = [:]

  /// The number of directories that are watched.
  var count: Int { nodes.count }

  /// The numbers of all watches.
  var watches: [Int32] { Array(nodes.keys) }

  subscript(watch: Int32) -> Node? { nodes[watch] }

  /// The directory at the top of a root.
  func root(_ path: String) -> Node? {
    nodes.values.first { $0.parent == nil && $0.root == path }
  }

  /// Whether the directory of this name is watched.
  func isWatched(_ name: FilePath, in parent: Node) -> Bool { parent.children[name] != nil }

  /// Enters a directory under its name in `parent`; a root has no parent.
  ///
  /// A watch that was known by another path moves here: the kernel watches directories, whatever
  /// their names.
  func insert(watch: Int32, path: FilePath, root: String, name: FilePath, parent: Node?) -> Node {
    if let known = nodes[watch] {
      if known.path == path { return known }
      _ = detach(known)
    }
    let node = Node(watch: watch, path: path, name: name, root: root, parent: parent)
    nodes[watch] = node
    if let old = parent?.children.updateValue(node, forKey: name) { _ = forget(old) }
    return node
  }

  /// Removes a directory and all below it.
  ///
  /// - Returns: The watches that they had.
  func detach(_ node: Node) -> [Int32] {
    if let parent = node.parent, parent.children[node.name] === node {
      parent.children[node.name] = nil
    }
    return forget(node)
  }

  /// Removes the directory of this name, and all below it.
  func detach(_ name: FilePath, in parent: Node) -> [Int32] {
    guard let node = parent.children.removeValue(forKey: name) else { return [] }
    return forget(node)
  }

  private func forget(_ top: Node) -> [Int32] {
    var watches: [Int32] = []
    var rest = [top]
    while let node = rest.popLast() {
      rest.append(contentsOf: node.children.values)
      node.children = [:]
      if nodes[node.watch] === node {
        nodes[node.watch] = nil
        watches.append(node.watch)
      }
    }
    return watches
  }
}
