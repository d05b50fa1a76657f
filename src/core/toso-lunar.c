/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-lunar.h"

#include <math.h>

#define FIRST_YEAR 1800
#define LAST_YEAR  2199

/* Days from noon of 1 January 4713 BC, Julian, to 1 January 1970. */
#define JULIAN_EPOCH 2440588

#define SYNODIC_MONTH 29.530588853 /* days, mean */
#define TIME_ZONE     (7.0 / 24.0) /* days ahead of UTC */
#define RADIANS       (G_PI / 180)

/* The Julian day, with its part, of the @k-th new moon after 1 January 1900:
 * J. Meeus, Astronomical Algorithms (1991), chapter 47, in the terms that
 * settle the day. */
static double
new_moon (int k)
{
  double t = k / 1236.85; /* Julian centuries */
  double t2 = t * t;
  double t3 = t2 * t;
  double mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 +
                0.00033 * sin ((166.56 + 132.87 * t - 0.009173 * t2) * RADIANS);
  double sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  double moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  double node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  double change = (0.1734 - 0.000393 * t) * sin (sun * RADIANS) + 0.0021 * sin (2 * RADIANS * sun) -
                  0.4068 * sin (moon * RADIANS) + 0.0161 * sin (2 * RADIANS * moon) - 0.0004 * sin (3 * RADIANS * moon) +
                  0.0104 * sin (2 * RADIANS * node) - 0.0051 * sin ((sun + moon) * RADIANS) -
                  0.0074 * sin ((sun - moon) * RADIANS) + 0.0004 * sin ((2 * node + sun) * RADIANS) -
                  0.0004 * sin ((2 * node - sun) * RADIANS) - 0.0006 * sin ((2 * node + moon) * RADIANS) +
                  0.0010 * sin ((2 * node - moon) * RADIANS) + 0.0005 * sin ((2 * moon + sun) * RADIANS);
  double delta = t < -11 ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
                         : -0.000278 + 0.000265 * t + 0.000262 * t2;

  return mean + change - delta;
}

static int
new_moon_day (int k)
{
  return (int) floor (new_moon (k) + 0.5 + TIME_ZONE);
}

/* Which twelfth of its way the sun is in as the day begins, 0 from the spring
 * equinox; the ninth is that of the winter solstice. */
static int
sun_twelfth (int julian_day)
{
  double t = (julian_day - 0.5 - TIME_ZONE - 2451545.0) / 36525; /* centuries from 2000 */
  double t2 = t * t;
  double anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
  double mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
  double centre = (1.914600 - 0.004817 * t - 0.000014 * t2) * sin (RADIANS * anomaly) +
                  (0.019993 - 0.000101 * t) * sin (RADIANS * 2 * anomaly) + 0.000290 * sin (RADIANS * 3 * anomaly);
  double longitude = (mean + centre) * RADIANS;

  longitude -= G_PI * 2 * floor (longitude / (G_PI * 2));
  return (int) (longitude / G_PI * 6);
}

/* The first day of the eleventh lunar month, which holds the winter solstice
 * of @year. */
static int
eleventh_month (int year)
{
  TosoDate end = { (gint16) year, 12, 31 };
  int      offset = (int) toso_date_to_days (end) + JULIAN_EPOCH - 2415021;
  int      k = (int) (offset / SYNODIC_MONTH);
  int      day = new_moon_day (k);

  return sun_twelfth (day) >= 9 ? new_moon_day (k - 1) : day;
}

/* How many months after the eleventh the leap month stands: the first one in
 * which the sun enters no new twelfth. */
static int
leap_offset (int eleventh)
{
  int k = (int) ((eleventh - 2415021.076998695) / SYNODIC_MONTH + 0.5);
  int i = 1;
  int arc = sun_twelfth (new_moon_day (k + i));
  int last;

  do
    {
      last = arc;
      i++;
      arc = sun_twelfth (new_moon_day (k + i));
    }
  while (arc != last && i < 14);

  return i - 1;
}

TosoLunarDate
toso_lunar_from_date (TosoDate date)
{
  TosoLunarDate lunar = { 0 };
  int           day, k, start, before, after, difference;

  if (!toso_date_is_valid (date) || date.year < FIRST_YEAR || date.year > LAST_YEAR)
    return lunar;

  day = (int) toso_date_to_days (date) + JULIAN_EPOCH;
  k = (int) ((day - 2415021.076998695) / SYNODIC_MONTH);
  start = new_moon_day (k + 1);
  if (start > day)
    start = new_moon_day (k);

  before = eleventh_month (date.year);
  after = before;
  if (before >= start)
    {
      lunar.year = date.year;
      before = eleventh_month (date.year - 1);
    }
  else
    {
      lunar.year = date.year + 1;
      after = eleventh_month (date.year + 1);
    }

  lunar.day = day - start + 1;
  difference = (start - before) / 29;
  lunar.month = difference + 11;
  if (after - before > 365)
    {
      int leap = leap_offset (before);

      if (difference >= leap)
        {
          lunar.month = difference + 10;
          lunar.leap = difference == leap;
        }
    }
  if (lunar.month > 12)
    lunar.month -= 12;
  if (lunar.month >= 11 && difference < 4)
    lunar.year--;

  return lunar;
}

/* A lunar year begins between 20 January and 21 February, so that the day is
 * looked for around where its month must be. */
TosoDate
toso_lunar_to_date (TosoLunarDate lunar)
{
  TosoDate guess;

  if (lunar.year < FIRST_YEAR + 1 || lunar.year > LAST_YEAR - 1 || lunar.month < 1 || lunar.month > 12 || lunar.day < 1 ||
      lunar.day > 30)
    return (TosoDate){ 0 };

  guess = toso_date_add_days ((TosoDate){ (gint16) lunar.year, 1, 20 }, (lunar.month - 1) * 29 + lunar.day - 1);
  for (int i = -5; i < 75; i++)
    {
      TosoDate      date = toso_date_add_days (guess, i);
      TosoLunarDate found = toso_lunar_from_date (date);

      if (found.year == lunar.year && found.month == lunar.month && found.day == lunar.day && found.leap == lunar.leap)
        return date;
    }

  return (TosoDate){ 0 };
}
