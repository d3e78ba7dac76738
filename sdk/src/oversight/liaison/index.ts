export {
  BODY_KINDS,
  type BodyKind,
  TASK_KINDS,
  TASK_REASONS,
  TASK_RESULTS,
  TASK_STATES,
  TASK_STEPS,
  type TaskActor,
  type TaskKind,
  type TaskReason,
  type TaskResult,
  type TaskState,
  type TaskStep,
} from './flow.ts';
export { type NewTask, sendTask } from './send-task.ts';
export { overdueTasks, stepTask, type TaskRequest } from './step-task.ts';
export { loadTask, OtherBody, Task, TaskReceipt } from './task.ts';
export { taskPage } from './task-page.ts';
