grammar Orbit;

spec : 'model' NAME ';' EOF ;

NAME : [\p{L}_] [\p{L}\p{Nd}_]* ;
SPACE : [ \t\r\n]+ -> skip ;
