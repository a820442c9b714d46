import FoundationEssentials

/// Encodes and decodes answers as lines: `{"version":1,"kind":"progress","body":{…}}`.
enum ControlLine {
  private enum Kind: String, Codable {
    case progress, result, failure
  }

  private struct Header: Decodable {
    let version: Int
    let kind: Kind
  }

  private struct Body<Value: Decodable>: Decodable {
    let body: Value
  }

  /// Encodes an answer as one line, with its line feed.
  static func encode(_ response: ControlResponse) throws -> [UInt8] {
    switch response {
    case .progress(let progress): try line(.progress, body: Array(JSONEncoder().encode(progress)))
    case .result(let json): line(.result, body: json)
    case .failure(let failure): try line(.failure, body: Array(JSONEncoder().encode(failure)))
    }
  }

  private static func line(_ kind: Kind, body: [UInt8]) -> [UInt8] {
    let head = #"{"version":\#(ControlRequest.currentVersion),"kind":"\#(kind.rawValue)","body":"#
    return Array(head.utf8) + body + Array("}\n".utf8)
  }

  /// Decodes a line without its line feed.
  static func decode(_ line: [UInt8]) throws(ControlError) -> ControlResponse {
    let data = Data(line)
    let decoder = JSONDecoder()
    do {
      let header = try decoder.decode(Header.self, from: data)
      guard header.version == ControlRequest.currentVersion else {
        throw ControlError.otherVersion(header.version)
      }
      switch header.kind {
      case .progress:
        return .progress(try decoder.decode(Body<ControlProgress>.self, from: data).body)
      case .failure:
        return .failure(try decoder.decode(Body<ControlFailure>.self, from: data).body)
      case .result:
        // The body is cut out as it was sent: `line` writes it last, and the head has only one
        // spelling.
        let head = Self.line(.result, body: []).dropLast(2)
        guard line.starts(with: head), line.last == 0x7D else {
          throw ControlError.unreadableAnswer
        }
        return .result(json: Array(line[head.count..<line.count - 1]))
      }
    } catch let error as ControlError {
      throw error
    } catch {
      throw .unreadableAnswer
    }
  }
}
