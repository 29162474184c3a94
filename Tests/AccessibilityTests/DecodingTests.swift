import Geometry
import Outline
import Testing

@testable import Accessibility
@testable import MessageBus

@Suite struct DecodingTests {
  private func value(_ sent: Argument) throws -> Variant { try .received(sent) }

  @Test func referenceNamesItsBusAndPath() throws {
    #expect(try value(.reference(":1.4", "/a/7")).reference == NodeID(bus: ":1.4", path: "/a/7"))
  }

  @Test(
    arguments: [
      .reference(":1.4", "/org/a11y/atspi/null"), .reference("", "/a/7"), .structure([.int32(1), .int32(2)]),
      .string("text"),
    ] as [Argument])
  func referenceToNothingIsNil(sent: Argument) throws {
    #expect(try value(sent).reference == nil)
  }

  @Test func statesJoinBothWords() throws {
    let states = try value(.array([.uint32(1 << 25 | 1 << 30), .uint32(1 << 9)], of: "u")).states
    #expect(states == [.showing, .visible, .checkable])
  }

  @Test func statesOfNothingAreNone() throws {
    #expect(try value(.array([], of: "u")).states == [])
  }

  @Test func interfacesThatAreNotUsedAreLeftOut() throws {
    let names = try value(
      .array(["Action", "Collection", "Text"].map { .string("org.a11y.atspi.\($0)") }, of: "s"))
    #expect(names.interfaces == [.action, .text])
  }

  @Test func rectKeepsNegativePositionsSentAsUnsigned() throws {
    let sent = try value(.structure([.uint32(4_294_967_291), .uint32(7), .uint32(30), .uint32(40)]))
    #expect(sent.rect == Rect(x: -5, y: 7, width: 30, height: 40))
  }

  @Test(
    arguments: [
      .rect(0, 0, 0, 10), .rect(.min, .min, 50, 20), .rect(1, 2, 3), .rect(100_001, 0, 5, 5),
    ] as [Argument])
  func rectThatIsNowhereIsNil(sent: Argument) throws {
    #expect(try value(sent).rect == nil)
  }

  @Test func relationTargetsAreThoseOfItsKind() throws {
    let relations = try value(
      .array(
        [(1, "/x"), (2, "/label")].map { kind, path in
          .structure([.uint32(kind), .array([.reference(":1.1", path)], of: "(so)")])
        }, of: "(ua(so))"))
    #expect(relations.targets(of: Relation.labelledBy).count == 1)
    #expect(relations.targets(of: 9).isEmpty)
  }

  @Test func propertyIsUnboxed() throws {
    #expect(try Variant.reply([.boxed(.string("Save"))]).property?.string == "Save")
    #expect(try Variant.reply([.boxed(.int32(42))]).property?.string == nil)
  }

  @Test func numbersOfOtherTypesAreNil() throws {
    #expect(try value(.string("7")).int32 == nil)
    #expect(try value(.int32(7)).double == nil)
    #expect(try value(.int32(7)).bool == nil)
  }

  @Test func childBeyondTheEndIsNil() throws {
    #expect(try value(.structure([.int32(1), .int32(2)])).child(2) == nil)
    #expect(try value(.string("text")).child(0) == nil)
  }
}
