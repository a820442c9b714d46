import Testing

@testable import ObjectStorage

@Suite("BucketCredentials")
struct BucketCredentialsTests {
  @Test("the section default of a credentials file is read, whatever stands around it")
  func file() {
    let text = """
      # of the desk
      [other]
      aws_access_key_id = WRONG
      aws_secret_access_key = WRONG
      [default]
        AWS_ACCESS_KEY_ID=KEY\r
      aws_secret_access_key =  a/b+c==
      ; aws_session_token = OLD
      [third]
      aws_access_key_id = WRONG
      """

    #expect(
      BucketCredentials(file: text) == BucketCredentials(accessKey: "KEY", secret: "a/b+c=="))
  }

  @Test(
    "a file without both parts gives none",
    arguments: [
      "", "[default]", "[default]\naws_access_key_id = K", "aws_secret_access_key = S",
      "[other]\naws_access_key_id = K\naws_secret_access_key = S",
      "[default]\naws_access_key_id =\naws_secret_access_key = S",
    ])
  func lacking(_ text: String) {
    #expect(BucketCredentials(file: text) == nil)
  }

  @Test("the environment gives them, with a token if there is one")
  func environment() {
    var variables = ["AWS_ACCESS_KEY_ID": "K"]
    #expect(BucketCredentials(environment: variables) == nil)
    variables["AWS_SECRET_ACCESS_KEY"] = "S"
    variables["AWS_SESSION_TOKEN"] = "T"
    #expect(
      BucketCredentials(environment: variables)
        == BucketCredentials(accessKey: "K", secret: "S", session: "T"))
  }

  @Test("neither printing nor dumping shows them")
  func silent() throws {
    let credentials = try #require(BucketCredentials(accessKey: "KEY7", secret: "SECRET7"))
    var dumped = ""
    dump(credentials, to: &dumped)
    for text in ["\(credentials)", String(reflecting: credentials), dumped] {
      #expect(!text.contains("KEY7") && !text.contains("SECRET7"))
    }
  }
}
