// The grammar of .orbit files: one recurrent map and its loss.
//
// Read from the top: a spec is a list of declarations; the step holds statements; both hold expressions, whose rules stand
// in the order of precedence, weakest first. Chains of operators are loops, not left recursion, so that the depth of a tree
// is the depth of its brackets. Where a rule accepts more than the language (a shape on an inline function, say), the
// reader of the tree refuses it with a better sentence than a grammar can.
grammar Orbit;

// ---------------------------------------------------------------------------------------------------------------- entries

spec
    : declaration* EOF
    ;

// What a command line binds: s(u) = sigmoid(u)
binding
    : name '(' (name (',' name)*)? ')' '=' expression EOF
    ;

// What a command line sets: k = 32
assignment
    : name '=' expression EOF
    ;

loneExpression
    : expression EOF
    ;

// ----------------------------------------------------------------------------------------------------------- declarations

declaration
    : packageHeader
    | modelHeader
    | dims
    | constants
    | data
    | params
    | function
    | lets
    | states
    | step
    | iterate
    | loss
    | residual
    | output
    | penalty
    | differentiate
    | init
    | claim
    ;

packageHeader
    : PACKAGE name ('.' name)* ';'
    ;

modelHeader
    : MODEL name ';'
    ;

dims
    : DIM dim (',' dim)* ';'
    ;

// A dim without a value is the number of steps.
dim
    : name ('=' expression)?
    ;

constants
    : CONSTANT definition (',' definition)* ';'
    ;

definition
    : name '=' expression
    ;

// "per step" holds for the whole list.
data
    : (INPUT | TARGET) datum (',' datum)* (PER STEP)? ';'
    ;

datum
    : name shape? (IN range)?
    ;

params
    : PARAM param (',' param)* ';'
    ;

param
    : name shape? (IN interval)? ('=' expression)?
    ;

shape
    : '[' expression (',' expression)* ']'
    ;

range
    : expression '..' expression
    ;

interval
    : '(' expression ',' expression ')'
    ;

function
    : FUNCTION name '(' (parameter (',' parameter)*)? ')' shape? functionBody
    ;

parameter
    : name shape?
    ;

// Without a body the function is abstract.
functionBody
    : '=' expression ';'
    | '{' localLet* RETURN expression ';' '}'
    | ';'
    ;

localLet
    : LET definition (',' definition)* ';'
    ;

lets
    : LET definition (',' definition)* ';'
    ;

states
    : STATE state (',' state)* ';'
    ;

state
    : name shape? '=' expression
    ;

step
    : STEP block
    ;

iterate
    : ITERATE expression (IN range)? ';'
    ;

differentiate
    : DIFFERENTIATE name (',' name)* ';'
    ;

init
    : INIT name settings
    ;

settings
    : '{' setting* '}'
    ;

setting
    : name '=' expression ';'
    ;

claim
    : CLAIM TEXT (ASSUMING expression (',' expression)*)? (AT claimPoint)? ':' expression ';'
    ;

claimPoint
    : name
    | settings
    ;

// -------------------------------------------------------------------------------- losses and outputs, in and out of the step

loss
    : LOSS expression ';'
    ;

residual
    : RESIDUAL expression ';'
    ;

output
    : OUTPUT name '=' expression ';'
    ;

penalty
    : PENALTY expression ';'
    ;

// --------------------------------------------------------------------------------------------------------------- the step

block
    : '{' statement* '}'
    ;

statement
    : equation
    | destructure
    | ifElse
    | loss
    | residual
    | output
    ;

// h' = ...    Q'[c] = ...    name = ...
equation
    : name PRIME? subscripts? '=' expression ';'
    ;

// [p; q'; i[k]; _] = ...
destructure
    : '[' part (';' part)* ']' '=' expression ';'
    ;

part
    : (UNDERSCORE | name PRIME?) ('[' expression ']')?
    ;

ifElse
    : IF disjunction block (ELSE IF disjunction block)* (ELSE block)?
    ;

// ------------------------------------------------------------------------------------------------------------ expressions

expression
    : disjunction
    | conditional
    ;

conditional
    : IF disjunction THEN disjunction (ELSE IF disjunction THEN disjunction)* ELSE disjunction
    ;

disjunction
    : conjunction (OR conjunction)*
    ;

conjunction
    : negation (AND negation)*
    ;

negation
    : NOT* comparison
    ;

// Not chained: a < b < c is an error.
comparison
    : sum (relation sum)?
    ;

relation
    : '<' | '<=' | '>' | '>=' | '==' | '!='
    ;

sum
    : product (('+' | '-') product)*
    ;

product
    : signed (('*' | '/' | '.*' | './') signed)*
    ;

// The minus binds weaker than the power: -x^2 is -(x^2).
signed
    : '-'* power
    ;

// Right associative; the exponent may carry a minus: x^-2.
power
    : indexed (('^' | '.^') signed)?
    ;

indexed
    : primary subscripts*
    ;

subscripts
    : '[' subscript (',' subscript)* ']'
    ;

subscript
    : expression ('..' expression)?
    | '..'
    ;

// "loss" and "penalty" are quantities only in claims.
primary
    : NUMBER
    | INF
    | LOSS
    | PENALTY
    | named
    | '(' expression ')'
    | bracketed
    ;

// x    h' after the step    f(x)    s'(u) the derivative
named
    : name PRIME? arguments?
    ;

arguments
    : '(' (expression (',' expression)*)? ')'
    | '(' binders ':' expression ')'
    | '(' OVER STEPS ':' expression ')'
    ;

bracketed
    : '[' row (';' row)* ']'
    | '[' binders ':' expression ']'
    ;

row
    : expression (',' expression)*
    ;

binders
    : binder (',' binder)*
    ;

binder
    : name IN range
    ;

// These words mean something only in their place.
name
    : NAME
    | PER
    | OVER
    | STEPS
    | AT
    | ASSUMING
    ;

// ------------------------------------------------------------------------------------------------------------------ words

PACKAGE : 'package' ;
MODEL : 'model' ;
DIM : 'dim' ;
CONSTANT : 'constant' ;
INPUT : 'input' ;
TARGET : 'target' ;
PARAM : 'param' ;
FUNCTION : 'function' ;
RETURN : 'return' ;
LET : 'let' ;
STATE : 'state' ;
STEP : 'step' ;
ITERATE : 'iterate' ;
LOSS : 'loss' ;
RESIDUAL : 'residual' ;
OUTPUT : 'output' ;
PENALTY : 'penalty' ;
DIFFERENTIATE : 'differentiate' ;
INIT : 'init' ;
CLAIM : 'claim' ;
IF : 'if' ;
THEN : 'then' ;
ELSE : 'else' ;
AND : 'and' ;
OR : 'or' ;
NOT : 'not' ;
IN : 'in' ;
INF : 'inf' ;

// Ordinary names elsewhere: see the rule "name".
PER : 'per' ;
OVER : 'over' ;
STEPS : 'steps' ;
AT : 'at' ;
ASSUMING : 'assuming' ;

// Reserved for later versions; no rule uses them yet.
IMPORT : 'import' ;
CELL : 'cell' ;
USE : 'use' ;
SIMPLEX : 'simplex' ;
ORDERED : 'ordered' ;

// Compared after NFC, hence the combining marks. The underscore alone is no name: it drops a row.
UNDERSCORE : '_' ;
NAME : [\p{L}_] [\p{L}\p{M}\p{Nd}_]* ;

// A digit on both sides of the point, so that 1..T, 2.*v and 1./v read one way.
NUMBER : [0-9]+ ('.' [0-9]+)? ([eE] [+\-]? [0-9]+)? ;

TEXT : '"' (~["\\\r\n] | '\\' ["\\])* '"' ;

// ------------------------------------------------------------------------------------------------------------------ signs

SEMICOLON : ';' ;
COMMA : ',' ;
COLON : ':' ;
DOTS : '..' ;
DOT : '.' ;
PRIME : '\'' ;
DEFINES : '=' ;
EQUAL : '==' ;
NOT_EQUAL : '!=' ;
LESS : '<' ;
LESS_OR_EQUAL : '<=' ;
GREATER : '>' ;
GREATER_OR_EQUAL : '>=' ;
PLUS : '+' ;
MINUS : '-' ;
TIMES : '*' ;
DIVIDE : '/' ;
TIMES_EACH : '.*' ;
DIVIDE_EACH : './' ;
POWER : '^' ;
POWER_EACH : '.^' ;
LEFT_PARENTHESIS : '(' ;
RIGHT_PARENTHESIS : ')' ;
LEFT_BRACKET : '[' ;
RIGHT_BRACKET : ']' ;
LEFT_BRACE : '{' ;
RIGHT_BRACE : '}' ;

// --------------------------------------------------------------------------------------------------- comments and spaces

DOC : '/**' ~[*/] .*? '*/' -> channel(HIDDEN) ;
COMMENT : '/*' .*? '*/' -> channel(HIDDEN) ;
LINE_COMMENT : '//' ~[\r\n]* -> skip ;
SPACE : [ \t\r\n\p{Zs}]+ -> skip ;

// ------------------------------------------------------------------------- what other languages write, for a better sentence

FOREIGN
    : '**' | '&&' | '||' | '&' | '|' | '!' | '~' | '%' | '?' | ':=' | '+=' | '-=' | '*=' | '/=' | '^=' | '++' | '=<' | '=>' | '<>'
    | '->' | '~=' | '.+' | '.-' | '.\''
    ;
COMMENT_OPEN : '/*' ;
TEXT_OPEN : '"' ;
UNKNOWN : . ;
