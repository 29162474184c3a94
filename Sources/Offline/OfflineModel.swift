import Model

package struct OfflineModel: LanguageModel {
  package init() {}
  package var identity: ModelIdentity { ModelIdentity(mode: .offline, model: "offline", host: nil, meter: "nothing") }
  package func reply(to request: ModelRequest) async throws(ModelError) -> ModelReply {
    ModelReply(
      message: Message(.assistant, text: "fail \"stub\""), stopReason: .endTurn, usage: Usage(input: 0, output: 0),
      cost: .computed(.zero))
  }
}
