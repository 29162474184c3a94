import Foundation
import Outline
import Prompts
import TestSupport
import Testing

@testable import FazmLinux

/// What leaves the machine: to whom, how much, and how many pictures.
@Suite(.desktopWithDialog, .serialized) struct SendingTests {
  @Test func `requests go to the server alone, with the key in their header and no tools`() async throws {
    let proxy = try MessagesServer([])
    let bench = try TaskBench(.reply("find \"name\""), .reply("done \"Seen.\""))
    let run = try await bench.run(
      "What is there?",
      adding: [
        "http_proxy": proxy.baseURL.absoluteString, "https_proxy": proxy.baseURL.absoluteString,
        "all_proxy": proxy.baseURL.absoluteString,
      ])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try proxy.requests().isEmpty)
    let requests = try bench.server.requests()
    #expect(requests.count == 2)
    for request in requests {
      #expect(request.method == "POST")
      #expect(request.path == "/v1/messages")
      #expect(request.headers["authorization"] == "Bearer \(TaskBench.fakeKey)")
      #expect(request.headers["x-api-key"] == nil)
      #expect(!request.text.contains(TaskBench.fakeKey))
      #expect(request.body["tools"] == .null)
      #expect(request.body["system"][0]["text"].string == Prompts.system)
    }
    #expect(requests[1].body["messages"].array.starts(with: requests[0].body["messages"].array))
  }

  @Test func `a picture stands before the words about it, and is cropped to what was asked for`() async throws {
    let bench = try TaskBench(.reply("look\nlook {{ref of OK}}"), .reply("done \"Seen.\""))
    #expect(try await bench.run("Look").exitCode == 0)
    let message = try #require(try bench.server.requests().last?.body["messages"].array.last)
    let blocks = message["content"].array
    #expect(blocks.map(\.["type"].string) == ["image", "image", "text"])
    let sizes = try blocks.prefix(2).map { try pngSize($0) }
    #expect(sizes[1].width < sizes[0].width && sizes[1].height < sizes[0].height)
    let words = try #require(blocks[2]["text"].string)
    #expect(words.contains("picture 1/20, \(sizes[0].width)x\(sizes[0].height)"))
    #expect(words.contains("picture 2/20, \(sizes[1].width)x\(sizes[1].height)"))
  }

  @Test func `a server that asks for 25 looks gets 20 pictures, and the task goes on`() async throws {
    let looks = Array(repeating: ScriptedReply.reply("look {{ref of OK}}"), count: 25)
    let bench = try TaskBench(looks + [.reply("done \"Seen enough.\"")])
    let run = try await bench.run("Look")
    #expect(run.exitCode == 0, "\(run.errors)")
    let requests = try bench.server.requests()
    #expect(requests.count == 26)
    #expect(requests.map(\.images).max() == 20)
    #expect(requests[21].lastMessage.contains("all 20 pictures of this task are used"))
    #expect(try await bench.turns().turns.reduce(0) { $0 + $1.images } == 20)
    #expect(run.output.contains("image 20/20"))
  }

  @Test func `--max-images lowers the number, and the refusal names it`() async throws {
    let bench = try TaskBench(.reply("look"), .reply("look"), .reply("look"), .reply("done \"Seen.\""))
    #expect(try await bench.run("--max-images", "2", "Look").exitCode == 0)
    let last = try #require(try bench.server.requests().last)
    #expect(last.images == 2)
    #expect(last.lastMessage.contains("all 2 pictures of this task are used"))
  }

  @Test func `what every request carries besides the outline takes at most 600 tokens`() async throws {
    let bench = try TaskBench(.reply("done \"Seen.\""))
    #expect(try await bench.run("Look").exitCode == 0)
    let request = try #require(try bench.server.requests().first)
    let system = request.body["system"].array.compactMap(\.["text"].string).joined()
    let frame = request.lastMessage.replacing(/(<screen \w+>\n)[^<]*/) { $0.output.1 }
    #expect(!frame.contains("OK") && frame.contains("Request: Look"))
    let text = system + frame
    #expect(TokenEstimate.tokens(in: text) <= 600)
    if let count = try await PublicTokenizer.tokens(in: [text]).first { #expect(count <= 600) }
  }

  /// The width and height in the header of a PNG.
  private func pngSize(_ block: JSON) throws -> (width: Int, height: Int) {
    #expect(block["source"]["media_type"] == "image/png")
    let data = try #require(Data(base64Encoded: block["source"]["data"].string ?? ""))
    let numbers = [data.dropFirst(16).prefix(4), data.dropFirst(20).prefix(4)].map {
      $0.reduce(0) { $0 << 8 | Int($1) }
    }
    return (numbers[0], numbers[1])
  }
}
