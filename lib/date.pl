% SPDX-License-Identifier: MIT
%
% date.pl - moments as dates, dates as text, and back.
%
% A moment is a number of seconds since 1970-01-01 00:00 UTC. A date is
%
%     date(Year, Month, Day, Hour, Minute, Second, Offset, Zone, Summer)
%
% where Second is a float, Offset the seconds west of Greenwich, Zone a name or -, and Summer true, false, or - when that is not known; or it is
% date(Year, Month, Day), midnight of local time. The calendar is Gregorian for all years; year 0 is 1 BC.

:- module(date, [
    stamp_date_time/3,
    date_time_stamp/2,
    date_time_value/3,
    format_time/3,
    format_time/4,
    parse_time/2,
    parse_time/3,
    day_of_the_week/2,
    day_of_the_year/2,
    week_ordinal/4
]).

:- use_module(library(lists)).
:- use_module(library(error)).

% --- Days -----------------------------------------------------------------------------------------------------------

% Days from 1970-01-01 to a date; months and days beyond their range go on into the next or the last year. Years count from March here, so that
% the leap day is their last.
days_from_date(Year0, Month0, Day, Days) :-
    Year is Year0 + (Month0 - 3) div 12,
    Month is (Month0 - 3) mod 12,
    Days is 365 * Year + Year div 4 - Year div 100 + Year div 400 + (153 * Month + 2) // 5 + Day - 1 - 719468.

date_from_days(Days0, Year, Month, Day) :-
    Days is Days0 + 719468,
    Era is Days div 146097,
    DayOfEra is Days mod 146097,
    YearOfEra is (DayOfEra - DayOfEra // 1460 + DayOfEra // 36524 - DayOfEra // 146096) // 365,
    DayOfYear is DayOfEra - (365 * YearOfEra + YearOfEra // 4 - YearOfEra // 100),
    Month0 is (5 * DayOfYear + 2) // 153,
    Day is DayOfYear - (153 * Month0 + 2) // 5 + 1,
    (   Month0 < 10
    ->  Month is Month0 + 3,
        Year is YearOfEra + 400 * Era
    ;   Month is Month0 - 9,
        Year is YearOfEra + 400 * Era + 1
    ).

% The whole seconds of a number of seconds.
round_down(Seconds, Whole) :-
    (   integer(Seconds)
    ->  Whole = Seconds
    ;   Whole is floor(Seconds)
    ).

% 1 is Monday.
week_day(Days, WeekDay) :-
    WeekDay is (Days + 3) mod 7 + 1.

% --- Moments and dates ----------------------------------------------------------------------------------------------

%! stamp_date_time(+Stamp, -Date, ?Zone) is det.
%  Date is the moment Stamp in a Zone: local, 'UTC', or seconds west of Greenwich. An unbound Zone is local.
stamp_date_time(Stamp, Date, Zone) :-
    must_be(number, Stamp),
    (   var(Zone)
    ->  Zone = local
    ;   true
    ),
    round_down(Stamp, Whole),
    Fraction is float(Stamp - Whole),
    zone_at(Zone, Whole, Offset, Name, Summer),
    Shifted is Whole - Offset,
    Days is Shifted div 86400,
    SecondOfDay is Shifted mod 86400,
    date_from_days(Days, Year, Month, Day),
    Hour is SecondOfDay // 3600,
    Minute is SecondOfDay mod 3600 // 60,
    Second is SecondOfDay mod 60 + Fraction,
    Date = date(Year, Month, Day, Hour, Minute, Second, Offset, Name, Summer).

zone_at('UTC', _, Offset, Name, Summer) :-
    !,
    Offset = 0,
    Name = 'UTC',
    Summer = (-).
zone_at(local, Whole, Offset, Name, Summer) :-
    !,
    '$local_zone'(Whole, East, Summer, Name),
    Offset is -East.
zone_at(Zone, _, Offset, Name, Summer) :-
    (   integer(Zone)
    ->  Offset = Zone,
        Name = (-),
        Summer = (-)
    ;   domain_error(timezone, Zone)
    ).

%! date_time_stamp(+Date, -Stamp) is det.
%  Stamp is the moment of a Date, as a float. Fields may be out of their range: month 14 is February of the next year. An unbound Offset means
%  local time, and is bound then with Zone and Summer.
date_time_stamp(Date, Stamp) :-
    must_be(nonvar, Date),
    (   full_date(Date, Full)
    ->  date_moment(Full, Stamp)
    ;   type_error(time, Date)
    ).

% All nine fields.
full_date(date(Year, Month, Day), date(Year, Month, Day, 0, 0, 0, _, _, _)).
full_date(date(Year, Month, Day, Hour, Minute, Second, Offset, Zone, Summer), date(Year, Month, Day, Hour, Minute, Second, Offset, Zone, Summer)).

date_moment(date(Year, Month, Day, Hour, Minute, Second, Offset, Zone, Summer), Stamp) :-
    must_all_be(integer, [Year, Month, Day, Hour, Minute]),
    must_be(number, Second),
    (   var(Offset)
    ->  round_down(Second, Whole),
        '$local_moment'(Year, Month, Day, Hour, Minute, Whole, Moment),
        zone_at(local, Moment, Offset, Zone0, Summer0),
        ignore(Zone = Zone0),
        ignore(Summer = Summer0),
        Stamp is float(Moment) + (Second - Whole)
    ;   must_be(integer, Offset),
        days_from_date(Year, Month, Day, Days),
        Stamp is float(Days * 86400 + Hour * 3600 + Minute * 60 + Offset + Second)
    ).

must_all_be(_, []).
must_all_be(Type, [Value|Values]) :-
    must_be(Type, Value),
    must_all_be(Type, Values).

%! date_time_value(?Key, +Date, ?Value) is nondet.
%  Value is a part of Date: year, month, day, hour, minute, second, utc_offset, time_zone, daylight_saving, date (a date/3) or
%  time (time(Hour, Minute, Second)). What Date does not know is left out.
date_time_value(year, Date, Value) :-
    date_field(1, Date, Value).
date_time_value(month, Date, Value) :-
    date_field(2, Date, Value).
date_time_value(day, Date, Value) :-
    date_field(3, Date, Value).
date_time_value(hour, Date, Value) :-
    date_field(4, Date, Value).
date_time_value(minute, Date, Value) :-
    date_field(5, Date, Value).
date_time_value(second, Date, Value) :-
    date_field(6, Date, Value).
date_time_value(utc_offset, Date, Value) :-
    date_field(7, Date, Value).
date_time_value(time_zone, Date, Value) :-
    date_field(8, Date, Value).
date_time_value(daylight_saving, Date, Value) :-
    date_field(9, Date, Value).
date_time_value(date, Date, date(Year, Month, Day)) :-
    date_field(1, Date, Year),
    date_field(2, Date, Month),
    date_field(3, Date, Day).
date_time_value(time, Date, time(Hour, Minute, Second)) :-
    date_field(4, Date, Hour),
    date_field(5, Date, Minute),
    date_field(6, Date, Second).

date_field(N, Date, Value) :-
    arg(N, Date, Field),
    Field \== (-),
    Value = Field.

%! day_of_the_week(+Date, -Day) is det.
%  Day is 1 for Monday to 7 for Sunday; Date is a date/3 or date/9.
day_of_the_week(Date, WeekDay) :-
    date_days(Date, Days),
    week_day(Days, WeekDay).

%! day_of_the_year(+Date, -Day) is det.
%  Day is 1 for the first of January.
day_of_the_year(Date, Day) :-
    date_days(Date, Days),
    year_of(Days, Year),
    days_from_date(Year, 1, 1, First),
    Day is Days - First + 1.

year_of(Days, Year) :-
    date_from_days(Days, Year, _, _).

date_days(Date, Days) :-
    must_be(nonvar, Date),
    (   full_date(Date, date(Year, Month, Day, _, _, _, _, _, _))
    ->  must_all_be(integer, [Year, Month, Day]),
        days_from_date(Year, Month, Day, Days)
    ;   type_error(date, Date)
    ).

%! week_ordinal(+Year, +Week, +WeekDay, -Day) is det.
%  Day is the day of Year that is WeekDay (1 for Monday) of an ISO week.
week_ordinal(Year, Week, WeekDay, Day) :-
    days_from_date(Year, 1, 4, Fourth),
    week_day(Fourth, FourthDay),
    Day is 7 * Week + WeekDay - (FourthDay + 3).

% The ISO week of a day, and the year that it belongs to.
iso_week(Days, Year, Week) :-
    week_day(Days, WeekDay),
    Thursday is Days - WeekDay + 4,
    year_of(Thursday, Year),
    days_from_date(Year, 1, 1, First),
    Week is (Thursday - First) // 7 + 1.

% --- Dates as text --------------------------------------------------------------------------------------------------

%! format_time(+Out, +Format, +StampOrDate) is det.
%! format_time(+Out, +Format, +StampOrDate, +Locale) is det.
%  Writes a moment or date as Format says, to what format/3 can write to. A moment is shown in local time. Names are English, whatever the
%  Locale, which must be posix. After %:
%
%    Y year     C century   y year of it   m month   d e day (01 or blank 1)   j day of the year   F is %Y-%m-%d   D is %m/%d/%y
%    B b h name of the month               A a name of the day     u w its number (from Monday 1, from Sunday 0)
%    V G g week and year of ISO 8601       U W week, from the first Sunday or Monday
%    H k hour   I l hour of half a day     M minute  S second      f fraction, %3f with 3 digits (else 6)
%    p P AM am  T is %H:%M:%S  R is %H:%M  r is %I:%M:%S %p        X is %T    x is %D    c + is %a %b %e %T %Y
%    s seconds since 1970      z zone +hhmm  :z +hh:mm   Z its name   n newline   t tab   % percent; E and O before a letter mean nothing
format_time(Out, Format, Time) :-
    format_time(Out, Format, Time, posix).

format_time(Out, Format, Time, Locale) :-
    must_be(oneof([posix]), Locale),
    must_be(nonvar, Out),
    shown_date(Time, Date),
    text_to_string(Format, String),
    string_chars(String, Chars),
    formatted(Chars, Date, Pieces),
    atomic_list_concat(Pieces, Text),
    format(Out, '~w', [Text]).

shown_date(Time, Date) :-
    must_be(nonvar, Time),
    (   number(Time)
    ->  stamp_date_time(Time, Date, local)
    ;   full_date(Time, Full)
    ->  within_ranges(Full, Date)
    ;   type_error(time, Time)
    ).

% Date is the same moment with all fields within their ranges.
within_ranges(date(Year0, Month0, Day0, Hour0, Minute0, Second0, Offset, Zone, Summer), Date) :-
    must_be(number, Second0),
    round_down(Second0, Whole),
    date_moment(date(Year0, Month0, Day0, Hour0, Minute0, Whole, Offset, Zone, Summer), Stamp),
    stamp_date_time(Stamp, date(Year, Month, Day, Hour, Minute, Second1, _, _, _), Offset),
    Second is Second1 + Second0 - Whole,
    Date = date(Year, Month, Day, Hour, Minute, Second, Offset, Zone, Summer).

formatted([], _, []).
formatted([C|Cs], Date, Pieces) :-
    (   C == '%'
    ->  directive(Cs, Date, Piece, Cs1),
        Pieces = [Piece|Pieces1],
        formatted(Cs1, Date, Pieces1)
    ;   Pieces = [C|Pieces1],
        formatted(Cs, Date, Pieces1)
    ).

directive([':', z|Cs], Date, Piece, Rest) :-
    !,
    Rest = Cs,
    zone_text(Date, ':', Piece).
directive([C, D|Cs], Date, Piece, Rest) :-
    memberchk(C, ['E', 'O']),
    !,
    directive([D|Cs], Date, Piece, Rest).
directive([C|Cs], Date, Piece, Rest) :-
    char_type(C, digit(Digits)),
    Cs = [f|Cs1],
    !,
    Rest = Cs1,
    fraction(Date, Digits, Piece).
directive([C|Cs], Date, Piece, Rest) :-
    (   piece(C, Date, Piece0)
    ->  Piece = Piece0,
        Rest = Cs
    ;   atom_concat('%', C, Directive),
        existence_error(format, Directive)
    ).
directive([], _, _, _) :-
    existence_error(format, '%').

% What a letter stands for.
piece(n, _, '\n').
piece(t, _, '\t').
piece('%', _, '%').
piece('Y', Date, Year) :-
    arg(1, Date, Year).
piece('C', Date, Piece) :-
    arg(1, Date, Year),
    Century is Year div 100,
    padded(Century, 2, '0', Piece).
piece(y, Date, Piece) :-
    arg(1, Date, Year),
    InCentury is Year mod 100,
    padded(InCentury, 2, '0', Piece).
piece(m, Date, Piece) :-
    field(2, Date, '0', Piece).
piece(d, Date, Piece) :-
    field(3, Date, '0', Piece).
piece(e, Date, Piece) :-
    field(3, Date, ' ', Piece).
piece('H', Date, Piece) :-
    field(4, Date, '0', Piece).
piece(k, Date, Piece) :-
    field(4, Date, ' ', Piece).
piece('I', Date, Piece) :-
    half_day_hour(Date, Hour),
    padded(Hour, 2, '0', Piece).
piece(l, Date, Piece) :-
    half_day_hour(Date, Hour),
    padded(Hour, 2, ' ', Piece).
piece('M', Date, Piece) :-
    field(5, Date, '0', Piece).
piece('S', Date, Piece) :-
    arg(6, Date, Second),
    Whole is trunc(Second),
    padded(Whole, 2, '0', Piece).
piece(f, Date, Piece) :-
    fraction(Date, 6, Piece).
piece(j, Date, Piece) :-
    day_of_the_year(Date, Day),
    padded(Day, 3, '0', Piece).
piece('B', Date, Name) :-
    arg(2, Date, Month),
    month_name(Month, Name).
piece(b, Date, Short) :-
    arg(2, Date, Month),
    month_name(Month, Name),
    sub_atom(Name, 0, 3, _, Short).
piece(h, Date, Short) :-
    piece(b, Date, Short).
piece('A', Date, Name) :-
    day_of_the_week(Date, Day),
    day_name(Day, Name).
piece(a, Date, Short) :-
    day_of_the_week(Date, Day),
    day_name(Day, Name),
    sub_atom(Name, 0, 3, _, Short).
piece(u, Date, Day) :-
    day_of_the_week(Date, Day).
piece(w, Date, Day) :-
    day_of_the_week(Date, Day0),
    Day is Day0 mod 7.
piece('V', Date, Piece) :-
    date_days(Date, Days),
    iso_week(Days, _, Week),
    padded(Week, 2, '0', Piece).
piece('G', Date, Year) :-
    date_days(Date, Days),
    iso_week(Days, Year, _).
piece(g, Date, Piece) :-
    date_days(Date, Days),
    iso_week(Days, Year, _),
    InCentury is Year mod 100,
    padded(InCentury, 2, '0', Piece).
piece('U', Date, Piece) :-
    week_from(7, Date, Piece).
piece('W', Date, Piece) :-
    week_from(1, Date, Piece).
piece(p, Date, Piece) :-
    arg(4, Date, Hour),
    (   Hour < 12
    ->  Piece = 'AM'
    ;   Piece = 'PM'
    ).
piece('P', Date, Piece) :-
    piece(p, Date, Capitals),
    downcase_atom(Capitals, Piece).
piece(s, Date, Seconds) :-
    date_time_stamp(Date, Stamp),
    round_down(Stamp, Seconds).
piece(z, Date, Piece) :-
    zone_text(Date, '', Piece).
piece('Z', Date, Piece) :-
    arg(8, Date, Zone),
    (   Zone \== (-)
    ->  Piece = Zone
    ;   arg(7, Date, 0)
    ->  Piece = 'UTC'
    ;   zone_text(Date, '', Piece)
    ).
piece('F', Date, Piece) :-
    pieces(['Y', -, m, -, d], Date, Piece).
piece('D', Date, Piece) :-
    pieces([m, /, d, /, y], Date, Piece).
piece(x, Date, Piece) :-
    piece('D', Date, Piece).
piece('T', Date, Piece) :-
    pieces(['H', :, 'M', :, 'S'], Date, Piece).
piece('X', Date, Piece) :-
    piece('T', Date, Piece).
piece('R', Date, Piece) :-
    pieces(['H', :, 'M'], Date, Piece).
piece(r, Date, Piece) :-
    pieces(['I', :, 'M', :, 'S', ' ', p], Date, Piece).
piece(c, Date, Piece) :-
    pieces([a, ' ', b, ' ', e, ' ', 'T', ' ', 'Y'], Date, Piece).
piece(+, Date, Piece) :-
    piece(c, Date, Piece).

pieces(Parts, Date, Piece) :-
    part_texts(Parts, Date, Texts),
    atomic_list_concat(Texts, Piece).

part_texts([], _, []).
part_texts([Part|Parts], Date, [Text|Texts]) :-
    (   memberchk(Part, [-, /, :, ' '])
    ->  Text = Part
    ;   piece(Part, Date, Text)
    ),
    part_texts(Parts, Date, Texts).

field(N, Date, Fill, Piece) :-
    arg(N, Date, Value),
    padded(Value, 2, Fill, Piece).

padded(Value, Width, Fill, Text) :-
    char_code(Fill, Code),
    format(atom(Text), '~*t~d~*|', [Code, Value, Width]).

half_day_hour(Date, Hour) :-
    arg(4, Date, Hour0),
    Hour is (Hour0 + 11) mod 12 + 1.

% So many digits of the fraction of a second, never rounded up to a whole one.
fraction(Date, Digits, Piece) :-
    arg(6, Date, Second),
    Fraction is Second - trunc(Second),
    Most is 10 ^ Digits - 1,
    Value is min(round(float(Fraction) * 10 ^ Digits), Most),
    (   Digits =:= 0
    ->  Piece = ''
    ;   padded(Value, Digits, '0', Piece)
    ).

% The number of the week when weeks begin on that day of the week, days before the first such day being in week 0.
week_from(WeekDay, Date, Piece) :-
    day_of_the_year(Date, Day),
    day_of_the_week(Date, Today),
    Week is (Day - 1 + 7 - (Today - WeekDay) mod 7) // 7,
    padded(Week, 2, '0', Piece).

zone_text(Date, Separator, Text) :-
    arg(7, Date, Offset),
    (   Offset =< 0
    ->  Sign = (+)
    ;   Sign = (-)
    ),
    Minutes is abs(Offset) // 60,
    Hour is Minutes // 60,
    Minute is Minutes mod 60,
    padded(Hour, 2, '0', HourText),
    padded(Minute, 2, '0', MinuteText),
    atomic_list_concat([Sign, HourText, Separator, MinuteText], Text).

month_name(1, 'January').
month_name(2, 'February').
month_name(3, 'March').
month_name(4, 'April').
month_name(5, 'May').
month_name(6, 'June').
month_name(7, 'July').
month_name(8, 'August').
month_name(9, 'September').
month_name(10, 'October').
month_name(11, 'November').
month_name(12, 'December').

day_name(1, 'Monday').
day_name(2, 'Tuesday').
day_name(3, 'Wednesday').
day_name(4, 'Thursday').
day_name(5, 'Friday').
day_name(6, 'Saturday').
day_name(7, 'Sunday').

% --- Text as dates --------------------------------------------------------------------------------------------------

%! parse_time(+Text, -Stamp) is semidet.
%! parse_time(+Text, ?Format, -Stamp) is semidet.
%  Stamp is the moment that Text tells. Format is iso_8601 (2006-12-08T15:29:44.5+02:00, also without dashes and colons, with a blank for T,
%  with less of the time or of the date, 2006-342 by day and 2006-W49-5 by week) or rfc_1123 (Fri, 08 Dec 2006 15:29:44 GMT). Without a zone
%  it is UTC.
parse_time(Text, Stamp) :-
    parse_time(Text, _, Stamp).

parse_time(Text, Format, Stamp) :-
    text_to_string(Text, String),
    string_chars(String, Chars),
    (   moment(Format0, Moment, Chars, [])
    ->  Format = Format0,
        Stamp = Moment
    ).

moment(iso_8601, Stamp) -->
    iso_date(Days),
    iso_time(Seconds),
    { Stamp is float(Days * 86400 + Seconds) }.
moment(rfc_1123, Stamp) -->
    letters(_),
    [',', ' '],
    number(Day),
    [' '],
    letters(MonthChars),
    [' '],
    digits(4, Year),
    [' '],
    clock(:, Seconds),
    [' '],
    rfc_zone(East),
    { month_number(MonthChars, Month),
      days_from_date(Year, Month, Day, Days),
      Stamp is float(Days * 86400 + Seconds - East)
    }.

iso_date(Days) -->
    digits(4, Year),
    [-],
    iso_date_rest(dashes, Year, Days).
iso_date(Days) -->
    digits(4, Year),
    iso_date_rest(plain, Year, Days).

iso_date_rest(Form, Year, Days) -->
    ['W'],
    digits(2, Week),
    dash(Form),
    digits(1, WeekDay),
    { week_ordinal(Year, Week, WeekDay, Ordinal),
      days_from_date(Year, 1, Ordinal, Days)
    }.
iso_date_rest(Form, Year, Days) -->
    digits(2, Month),
    dash(Form),
    digits(2, Day),
    { between(1, 12, Month),
      between(1, 31, Day),
      days_from_date(Year, Month, Day, Days)
    }.
iso_date_rest(_, Year, Days) -->
    digits(3, Ordinal),
    { between(1, 366, Ordinal),
      days_from_date(Year, 1, Ordinal, Days)
    }.
iso_date_rest(dashes, Year, Days) -->
    digits(2, Month),
    { between(1, 12, Month),
      days_from_date(Year, Month, 1, Days)
    }.

dash(dashes) -->
    [-].
dash(plain) -->
    [].

iso_time(Seconds) -->
    [T],
    { memberchk(T, ['T', t, ' ']) },
    iso_clock(Clock),
    iso_zone(East),
    { Seconds is Clock - East }.
iso_time(0) -->
    [].

iso_clock(Seconds) -->
    clock(:, Seconds).
iso_clock(Seconds) -->
    clock(plain, Seconds).

% Hours, minutes and seconds, of which the last may be missing and may have a fraction.
clock(Separator, Seconds) -->
    digits(2, Hour),
    { Hour =< 24 },
    clock_minutes(Separator, Minute, Second),
    { Seconds is Hour * 3600 + Minute * 60 + Second }.

clock_minutes(Separator, Minute, Second) -->
    separator(Separator),
    digits(2, Minute),
    { Minute < 60 },
    clock_seconds(Separator, Second).
clock_minutes(_, 0, 0) -->
    [].

clock_seconds(Separator, Second) -->
    separator(Separator),
    digits(2, Whole),
    { Whole =< 60 },
    second_fraction(Fraction),
    { Second is Whole + Fraction }.
clock_seconds(_, 0) -->
    [].

separator(:) -->
    [:].
separator(plain) -->
    [].

second_fraction(Fraction) -->
    [Point],
    { memberchk(Point, ['.', ',']) },
    digit(D),
    digit_run(Ds),
    { atom_chars(Digits, ['0', '.', D|Ds]),
      atom_number(Digits, Fraction)
    }.
second_fraction(0) -->
    [].

iso_zone(0) -->
    ['Z'].
iso_zone(0) -->
    [z].
iso_zone(East) -->
    zone_offset(East).
iso_zone(0) -->
    [].

zone_offset(East) -->
    sign(Sign),
    digits(2, Hour),
    zone_minutes(Minute),
    { East is Sign * (Hour * 3600 + Minute * 60) }.

zone_minutes(Minute) -->
    [:],
    digits(2, Minute).
zone_minutes(Minute) -->
    digits(2, Minute).
zone_minutes(0) -->
    [].

sign(1) -->
    [+].
sign(-1) -->
    [-].

rfc_zone(East) -->
    zone_offset(East).
rfc_zone(0) -->
    letters(Letters),
    { memberchk(Letters, [['G', 'M', 'T'], ['U', 'T', 'C'], ['U', 'T'], ['Z']]) }.

month_number(Chars, Month) :-
    atom_chars(Short, Chars),
    month_name(Month, Name),
    sub_atom(Name, 0, 3, _, Short),
    !.

letters([C|Cs]) -->
    [C],
    { char_type(C, alpha) },
    more_letters(Cs).

more_letters([C|Cs]) -->
    [C],
    { char_type(C, alpha) },
    !,
    more_letters(Cs).
more_letters([]) -->
    [].

number(Number) -->
    digit(D),
    digit_run(Ds),
    { number_chars(Number, [D|Ds]) }.

digits(Count, Number) -->
    { length(Ds, Count) },
    all_digits(Ds),
    { number_chars(Number, Ds) }.

all_digits([]) -->
    [].
all_digits([D|Ds]) -->
    digit(D),
    all_digits(Ds).

digit_run([D|Ds]) -->
    digit(D),
    !,
    digit_run(Ds).
digit_run([]) -->
    [].

digit(D) -->
    [D],
    { '0' @=< D,
      D @=< '9'
    }.
