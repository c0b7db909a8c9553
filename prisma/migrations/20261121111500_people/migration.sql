-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "one_time_until" TIMESTAMPTZ(3),
ADD COLUMN     "sessions_from" TIMESTAMPTZ(3);
