import Foundation
import Settings

setlocale(LC_ALL, "C.UTF-8")
exit(await Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
