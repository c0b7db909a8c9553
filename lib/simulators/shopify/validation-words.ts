import type { GraphQLError } from "graphql";

type Words = { pattern: RegExp; code: string; say(...found: string[]): string; more?(...found: string[]): Record<string, unknown> };

// Left: what graphql-js says. Right: what the platform, which runs on graphql-ruby, says for it.
const words: Words[] = [
  {
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
    code: "undefinedField",
    say: (field, type) => `Field '${field}' doesn't exist on type '${type}'`,
    more: (fieldName, typeName) => ({ typeName, fieldName }),
  },
  {
    pattern: /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
    code: "argumentNotAccepted",
    say: (argument, field) => `Field '${field}' doesn't accept argument '${argument}'`,
    more: (argumentName, name) => ({ name, typeName: "Field", argumentName }),
  },
  {
    pattern: /^Field "(\w+)" argument "(\w+)" of type ".+" is required/,
    code: "missingRequiredArguments",
    say: (field, argument) => `Field '${field}' is missing required arguments: ${argument}`,
    more: (name, argument) => ({ className: "Field", name, arguments: argument }),
  },
  {
    pattern: /^Directive "@(\w+)" argument "(\w+)" of type ".+" is required/,
    code: "missingRequiredArguments",
    say: (directive, argument) => `Directive '${directive}' is missing required arguments: ${argument}`,
    more: (name, argument) => ({ className: "Directive", name, arguments: argument }),
  },
  {
    pattern: /^Field "(\w+)" is not defined by type "(\w+)"/,
    code: "argumentNotAccepted",
    say: (field, type) => `InputObject '${type}' doesn't accept argument '${field}'`,
    more: (argumentName, name) => ({ name, typeName: "InputObject", argumentName }),
  },
  {
    pattern: /^Field "(\w+)\.(\w+)" of required type "(.+)" was not provided/,
    code: "missingRequiredInputObjectAttribute",
    say: (type, field, expected) => `Argument '${field}' on InputObject '${type}' is required. Expected type ${expected}`,
    more: (inputObjectType, argumentName, argumentType) => ({ argumentName, argumentType, inputObjectType }),
  },
  {
    pattern: /^Variable "\$(\w+)" of type "(.+)" used in position expecting type "(.+)"/,
    code: "variableMismatch",
    say: (variable, given, expected) => `Type mismatch on variable $${variable} (${given} / ${expected})`,
    more: (variableName, typeName) => ({ variableName, typeName, errorMessage: "Type mismatch" }),
  },
  {
    pattern: /^Variable "\$(\w+)" is not defined(?: by operation "(\w+)")?/,
    code: "variableNotDefined",
    say: (variable, operation) => `Variable $${variable} is used by ${operation} but not declared`,
    more: (variableName) => ({ variableName }),
  },
  {
    pattern: /^Variable "\$(\w+)" is never used(?: in operation "(\w+)")?/,
    code: "variableNotUsed",
    say: (variable, operation) => `Variable $${variable} is declared by ${operation} but not used`,
    more: (variableName) => ({ variableName }),
  },
  {
    pattern: /^Field "(\w+)" of type "(.+)" must have a selection of subfields/,
    code: "selectionMismatch",
    say: (field, type) => `Field must have selections (field '${field}' returns ${type} but has no selections.)`,
    more: (field, typeName) => ({ nodeName: `field '${field}'`, typeName }),
  },
  {
    pattern: /^Unknown directive "@(\w+)"/,
    code: "undefinedDirective",
    say: (directive) => `Directive @${directive} is not defined`,
    more: (directiveName) => ({ directiveName }),
  },
  {
    pattern: /^Unknown type "(\w+)"/,
    code: "undefinedType",
    say: (type) => `No such type ${type}, so it can't be a fragment condition or a variable type`,
    more: (typeName) => ({ typeName }),
  },
  {
    pattern: /^(?:Value|Enum|Int|Float|String|Boolean|ID|Expected value)\b.*/s,
    code: "argumentLiteralsIncompatible",
    say: () => "Argument has an invalid value. ",
  },
];

/** A fault of the document in the shape and words of the platform. */
export function inShopifyWords({ message, locations }: GraphQLError): object {
  for (const { pattern, code, say, more } of words) {
    const match = pattern.exec(message);
    if (!match) continue;
    const found = match.slice(1).map((part) => part ?? "anonymous operation");
    const text = code === "argumentLiteralsIncompatible" ? say() + message : say(...found);
    return { message: text, locations, extensions: { code, ...more?.(...found) } };
  }
  return { message, locations, extensions: { code: "invalidDocument" } };
}
