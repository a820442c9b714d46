/// The features of a text as bytes: what most terms have in columns, and what few have in a list.
extension FeatureValues {
  /// Adds them to bytes.
  func pack(into writer: inout ByteWriter) {
    writer.put(language.packed)
    writer.put(outlet)
    writer.put(count: keys.count)
    writer.put(UInt16(leadAndBodyCount))
    writer.put(othersWeight)
    writer.put(days)
    writer.put(count: titleCount)
    writer.put(UInt16(farSignatureCount))
    writer.put(lengthLogarithm.bitPattern)
    writer.put(UInt32(openingSum))
    writer.put(UInt32(titleSum))
    writer.put(UInt16(numberCount))
    writer.put(keys)
    writer.put(weights.map(\.weight))
    writer.put(weights.map(\.calendar.packed))
    writer.put(weights.prefix(leadAndBodyCount).map(\.body))
    writer.put(weights.prefix(leadAndBodyCount).map(\.lead))
    let few = weights.indices.filter {
      weights[$0].title > 0 || weights[$0].opening > 0 || weights[$0].isName
    }
    writer.put(count: few.count)
    for index in few {
      writer.put(UInt16(index))
      writer.put(weights[index].title)
      writer.put(weights[index].opening)
      writer.put(UInt8(weights[index].isName ? 1 : 0))
    }
    writer.put(UInt16(signature.count))
    writer.put(signature)
    writer.put(count: sequence.count)
    writer.put(sequence)
  }

  /// Reads packed features.
  init(_ reader: inout ByteReader) throws(PackingError) {
    language = LanguageCode(packed: try reader.number())
    outlet = try reader.number()
    let keyCount = try reader.count(of: 6)
    leadAndBodyCount = Int(try reader.number(UInt16.self))
    othersWeight = try reader.number()
    days = try reader.number()
    titleCount = Int(try reader.number(UInt32.self))
    farSignatureCount = Int(try reader.number(UInt16.self))
    lengthLogarithm = Double(bitPattern: try reader.number())
    openingSum = Int(try reader.number(UInt32.self))
    titleSum = Int(try reader.number(UInt32.self))
    numberCount = Int(try reader.number(UInt16.self))
    guard leadAndBodyCount <= keyCount, keyCount <= UInt16.max else { throw .damaged }
    keys = try reader.numbers(keyCount)
    let statics = try reader.numbers(keyCount, UInt8.self)
    let calendars = try reader.numbers(keyCount, UInt8.self)
    let bodies = try reader.numbers(leadAndBodyCount, UInt16.self)
    let leads = try reader.numbers(leadAndBodyCount, UInt16.self)
    weights = [TermWeights](unsafeUninitializedCapacity: keyCount) { weights, initialised in
      for index in 0..<keyCount {
        let isBefore = index < leadAndBodyCount
        weights.initializeElement(
          at: index,
          to: TermWeights(
            body: isBefore ? bodies[index] : 0, lead: isBefore ? leads[index] : 0, title: 0,
            opening: 0, weight: statics[index], calendar: CalendarMark(packed: calendars[index]),
            isName: false))
      }
      initialised = keyCount
    }
    for _ in 0..<(try reader.count(of: 7)) {
      let index = Int(try reader.number(UInt16.self))
      guard index < keyCount else { throw .damaged }
      weights[index].title = try reader.number()
      weights[index].opening = try reader.number()
      weights[index].isName = try reader.number(UInt8.self) == 1
    }
    signature = try reader.numbers(Int(try reader.number(UInt16.self)))
    sequence = try reader.numbers(try reader.count(of: 2))
    // Words are cut at the limit, and the title's count is not.
    guard farSignatureCount <= signature.count, sequence.count <= Self.wordLimit,
      titleCount <= sequence.count || sequence.count == Self.wordLimit,
      lengthLogarithm.isFinite, signature.allSatisfy({ $0 < keyCount }),
      sequence.allSatisfy({ $0 < keyCount })
    else { throw .damaged }
  }
}
